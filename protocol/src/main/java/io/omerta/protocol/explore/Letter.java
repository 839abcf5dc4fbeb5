package io.omerta.protocol.explore;

import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.wire.Struct;

/**
 * A message on its way. There is one object for equal letters.
 *
 * @param number among all letters, for their order
 */
record Letter(int number, Member from, Member to, MessageModel message, Struct body) {}
