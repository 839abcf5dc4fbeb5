package io.omerta.protocol.language.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.omerta.protocol.language.model.OperationModel;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.source.DiagnosticText;
import io.omerta.protocol.language.source.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first meaning of a name holds: lambda, trigger, store, parameter of the transaction, member of an enum. */
class LookupOrderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    name uint | name uint | name = 1 | name  | name => name == 1 | Local 1
                    name uint | name uint | name = 1 | name  | x => name == 1    | Local 0
                    other uint | name uint | name = 1 | name | x => name == 1    | Variable
                    other uint | b uint    | name = 1 | name | x => name == 1    | ParameterValue
                    other uint | b uint    | c = 1    | name | x => name == name | Constant
                    """)
    void theFirstMeaningHolds(
            String trigger, String store, String parameter, String member, String lambda, String meaning) {
        String text =
                """
                parameters ( %s )
                enum E ( %s )
                actor A (
                  store ( ok bool xs list<uint> %s )
                  trigger go(%s) in [S]
                  state S initial idle
                  state T terminal
                  S -> T on go ( ok = ANY([1], %s) )
                )
                """
                        .formatted(parameter, member, store, trigger, lambda);
        CheckedProtocol checked = Checker.check(Source.of("lookup.omt", text), ImportSource.none());
        ProtocolModel model = checked.model();
        assertNotNull(model, () -> DiagnosticText.render(checked.diagnostics()));
        OperationModel.Assign assign = (OperationModel.Assign)
                model.actors().get(0).transitions().get(0).then().operations().get(0);
        Term.Lambda bound =
                (Term.Lambda) ((Term.CallBuiltin) assign.value()).arguments().get(1);
        Term name = ((Term.Binary) bound.body()).left();
        String place = name instanceof Term.Local local ? " " + local.index() : "";
        assertEquals(meaning, name.getClass().getSimpleName() + place);
    }
}
