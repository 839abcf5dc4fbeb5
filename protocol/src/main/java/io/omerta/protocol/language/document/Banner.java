package io.omerta.protocol.language.document;

/**
 * A heading in comments, over the declarations that follow it.
 *
 * @param title without remarks in parentheses
 * @param introduction what stands between it and the first of them
 * @param end offset of its end in the file
 */
record Banner(String title, Prose introduction, int end) {}
