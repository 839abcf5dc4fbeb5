package io.omerta.cli.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.document.StateDiagram;
import io.omerta.protocol.language.document.StateDiagram.Edge;
import io.omerta.protocol.language.document.StateDiagram.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateDiagramSvgTest {
    private static final StateDiagram SMALL = new StateDiagram(
            "Seller",
            List.of(
                    new State("IDLE", "", true, false, true),
                    new State(
                            "OFFERED", "Waits for the buyer, who may take all the time there is", false, false, false),
                    new State("SOLD", "", false, true, false),
                    new State("KEPT", "Nobody wanted it", false, true, false)),
            List.of(
                    new Edge("IDLE", "OFFERED", "sell", "price > 0"),
                    new Edge("IDLE", "KEPT", "sell", "else"),
                    new Edge("OFFERED", "OFFERED", "COUNTER", ""),
                    new Edge("OFFERED", "SOLD", "ANSWER", "taken"),
                    new Edge("OFFERED", "KEPT", "ANSWER", "refused"),
                    new Edge("OFFERED", "KEPT", "after PATIENCE", "")));

    @Test
    void thePictureOfASmallMachineIsAsKept() throws IOException {
        String drawn = StateDiagramSvg.draw(SMALL);
        assertEquals(Picture.kept("small-machine.svg", drawn), drawn);
    }

    @Test
    void everyStateEventAndGuardIsText() {
        List<String> texts = Picture.read(StateDiagramSvg.draw(SMALL)).texts();

        assertTrue(texts.containsAll(List.of("IDLE", "OFFERED", "SOLD", "KEPT", "Nobody wanted it")), texts.toString());
        assertTrue(texts.containsAll(List.of("sell", "[price > 0]", "[else]", "COUNTER", "after PATIENCE")));
        assertEquals(2, texts.stream().filter("sell"::equals).count());
    }

    @Test
    void ofALargeMachineEveryStateIsShown() {
        StateDiagram witness = witness();
        List<String> texts = Picture.read(StateDiagramSvg.draw(witness)).texts();

        assertTrue(witness.states().size() > 20);
        assertTrue(texts.containsAll(witness.states().stream().map(State::name).toList()));
        assertTrue(texts.containsAll(witness.edges().stream()
                .filter(edge -> !edge.isAutomatic())
                .map(Edge::event)
                .toList()));
    }

    @Test
    void labelsCoverNeitherStatesNorEachOther() {
        Picture picture = Picture.read(StateDiagramSvg.draw(witness()));
        List<Picture.Area> states = picture.rectangles("8");
        List<Picture.Area> labels = new ArrayList<>();
        for (Picture.Area text : picture.textAreas()) {
            boolean inState = states.stream().anyMatch(text::isWithin);
            assertTrue(inState || states.stream().noneMatch(text::overlaps), text + " is partly in a state");
            assertTrue(text.isWithin(picture.whole()), text + " is partly outside");
            if (!inState) {
                assertTrue(labels.stream().noneMatch(text::overlaps), text + " covers another label");
                labels.add(text);
            }
        }
        assertTrue(labels.size() > 40);
        for (int i = 0; i < states.size(); i++) {
            for (int k = 0; k < i; k++) {
                assertFalse(states.get(i).overlaps(states.get(k)), states.get(i) + " and " + states.get(k));
            }
        }
    }

    @Test
    void thePictureIsTheSameEachTime() {
        assertEquals(StateDiagramSvg.draw(witness()), StateDiagramSvg.draw(witness()));
    }

    @Test
    void whatADescriptionHoldsIsText() {
        String hostile = "<script>alert(\"1\")</script> & ]]> \u0001";
        String drawn = StateDiagramSvg.draw(
                new StateDiagram("A", List.of(new State("ONLY", hostile, true, true, false)), List.of()));

        assertFalse(drawn.contains("<script"));
        assertTrue(Picture.read(drawn).texts().contains("<script>alert(\"1\")</script> & ]]> ?"), drawn);
    }

    @Test
    void aMachineWithoutStatesIsAnEmptyPicture() {
        assertEquals(
                List.of(),
                Picture.read(StateDiagramSvg.draw(new StateDiagram("A", List.of(), List.of())))
                        .texts());
    }

    private static StateDiagram witness() {
        return EscrowLock.documentation().stateDiagrams().stream()
                .filter(diagram -> diagram.actor().equals("Witness"))
                .findFirst()
                .orElseThrow();
    }
}
