package io.omerta.protocol.language.lint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.source.Code;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodeHelpTest {
    @ParameterizedTest
    @EnumSource
    void helpIsOneLineOfSentences(Code code) {
        String help = CodeHelp.of(code);

        assertTrue(help.matches("[A-Z][^\\n]{20,}\\."), help);
    }
}
