/**
 * Protocol values and their canonical encoding: one byte string per value and one value per byte string. What is
 * hashed, signed, journalled or sent is encoded here and nowhere else. The format is specified byte by byte in {@code
 * protocol/docs/encoding.md}. Imports nothing of the project.
 */
@NullMarked
package io.omerta.protocol.wire;

import org.jspecify.annotations.NullMarked;
