package io.omerta.protocol.explore;

import io.omerta.protocol.machine.MachineInput;

/**
 * A call of a trigger that a host may make.
 *
 * @param number among all calls
 * @param once the bit that this call takes; calls that exclude each other take the same
 * @param text as people write it
 */
record Call(int number, long once, Member member, MachineInput.Triggered input, String text) {}
