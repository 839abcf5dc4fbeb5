package io.omerta.protocol.explore;

import io.omerta.protocol.wire.Value;

/**
 * What a host answers to a question, for the rest of the run. There is one object for equal answers.
 *
 * @param number among all answers, for their order
 * @param question number of the question
 * @param key the question as a value: who is asked, or absent if all hosts answer alike; what; the arguments
 */
record Answer(int number, int question, Value key, Value value) {}
