package io.omerta.protocol.language.model;

import io.omerta.protocol.language.tree.DeferralKind;

/**
 * What becomes of a message in a state that has no transition for it.
 *
 * @param state place of the state
 */
public record DeferralModel(int state, MessageModel message, DeferralKind kind) {}
