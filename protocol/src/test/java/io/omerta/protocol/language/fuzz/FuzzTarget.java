package io.omerta.protocol.language.fuzz;

/**
 * Something that must withstand any input.
 *
 * @param name as told with a failure
 * @param check feeds it the input; throws if anything is wrong with what comes out
 */
record FuzzTarget(String name, Check check) {
    interface Check {
        void accept(byte[] input) throws Exception;
    }
}
