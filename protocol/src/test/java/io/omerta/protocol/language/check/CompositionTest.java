package io.omerta.protocol.language.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.omerta.protocol.language.model.CompositionModel;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.source.Code;
import io.omerta.protocol.language.source.Diagnostic;
import io.omerta.protocol.language.source.Severity;
import io.omerta.protocol.language.source.Source;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompositionTest {
    private static final String LOCK =
            """
            transaction 00 "Lock"
            actor Provider (
              store ( session_id hash amount uint )
              state IDLE initial idle
              state LOCKED terminal
              trigger lock(session_id hash, amount uint) in [IDLE]
              IDLE -> LOCKED on lock ( store session_id, amount )
            )
            """;

    private static final String WATCH =
            """
            imports terms
            transaction 01 "Watch"
            actor Provider (
              store ( count uint )
              state IDLE initial idle
              state DONE terminal
              trigger start(session_id hash, seconds uint, terms Terms) in [IDLE]
              IDLE -> DONE on start
            )
            """;

    @Test
    void argumentsFollowTheParametersOfTheTrigger() {
        CheckedProtocol checked =
                check("composes Provider.LOCKED -> 01 Provider.start { terms null, seconds amount * 2 }");
        ProtocolModel model = checked.model();
        assertNotNull(model, () -> checked.diagnostics().toString());
        CompositionModel composition = model.compositions().get(0);
        assertEquals("01", composition.transaction());
        assertEquals(0, composition.actor());
        assertEquals(1, composition.state());
        assertEquals(
                List.of(Term.Variable.class, Term.Binary.class, Term.Constant.class),
                composition.arguments().stream().map(Object::getClass).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    E25 | Consumer | composes Consumer.LOCKED -> 01 Provider.start { terms null, seconds 1 } | `Consumer` is not an actor; there is only `Provider`
                    E25 | Witness  | composes Provider.LOCKED -> 01 Witness.start | `Witness` is not an actor of the transaction `01`; there is only `Provider`
                    E07 | stop     | composes Provider.LOCKED -> 01 Provider.stop | `stop` is not a trigger of `Provider`; there is only `start`
                    E29 | 07       | composes Provider.LOCKED -> 07 Provider.start | the transaction `07` is not found beside this one
                    E23 | start    | composes Provider.LOCKED -> 01 Provider.start { terms null } | the field `seconds` of `start` has no value: no parameter of the trigger at hand and no variable of `Provider` has its name; write `{ seconds value }`
                    E27 | session_id | composes Provider.LOCKED -> 01 Provider.start { terms null, seconds session_id } | the field `seconds` of `start` is uint, but this is hash
                    E24 | second   | composes Provider.LOCKED -> 01 Provider.start { terms null, seconds 1, second 2 } | `second` is not a field of `start`; did you mean `seconds`?
                    """)
    void whatDoesNotFitTheOtherTransactionIsTold(Code code, String place, String composition, String message) {
        List<Diagnostic> errors = check(composition).diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
        assertEquals(1, errors.size(), errors::toString);
        assertEquals(code, errors.get(0).code());
        assertEquals(place, errors.get(0).span().text());
        assertEquals(message, errors.get(0).message());
    }

    private static CheckedProtocol check(String composition) {
        return Checker.check(Source.of("00.omt", LOCK + composition), new ImportSource() {
            @Override
            public Optional<Source> find(List<String> path) {
                return Optional.of(Source.of("terms.omt", "struct Terms ( x uint )"));
            }

            @Override
            public Optional<Source> transaction(String id) {
                return id.equals("01") ? Optional.of(Source.of("01.omt", WATCH)) : Optional.empty();
            }
        });
    }
}
