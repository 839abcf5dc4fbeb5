package io.omerta.architecture.violations.arrows.protocol.crypto;

import picocli.CommandLine;

/** Breaks: the protocol uses few libraries. */
public interface ProtocolUsesPicocli {
    void use(CommandLine target);
}
