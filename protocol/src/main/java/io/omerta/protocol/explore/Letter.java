package io.omerta.protocol.explore;

import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.wire.Struct;

/**
 * A message on its way. There is one object for equal letters.
 *
 * @param number among all letters, for their order
 * @param kind place of the message among the transaction's
 */
record Letter(int number, int kind, Member from, Member to, MessageModel message, Struct body) {}
