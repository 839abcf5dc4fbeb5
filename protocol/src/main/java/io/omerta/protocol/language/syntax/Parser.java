package io.omerta.protocol.language.syntax;

import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.ProtocolFile;
import java.util.List;

/** Turns the text of a protocol file into its tree. */
public final class Parser {
    private Parser() {}

    /**
     * Parses a file. Never fails: faults are among the diagnostics, in the order of the text. A file whose encoding or
     * size is wrong gives an empty tree and says so.
     */
    public static ParsedFile parse(Source source) {
        if (!source.faults().isEmpty()) {
            return new ParsedFile(new ProtocolFile(source, List.of(), List.of()), source.faults());
        }
        LexedSource lexed = Lexer.lex(source);
        DiagnosticLog log = new DiagnosticLog();
        for (Diagnostic diagnostic : lexed.diagnostics()) {
            log.add(diagnostic);
        }
        List<Declaration> declarations =
                new DeclarationParser(new TokenCursor(source, lexed.tokens(), log)).declarations();
        return new ParsedFile(new ProtocolFile(source, declarations, lexed.comments()), log.sorted());
    }
}
