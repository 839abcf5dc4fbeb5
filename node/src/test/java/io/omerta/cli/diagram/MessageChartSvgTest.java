package io.omerta.cli.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.document.MessageChart;
import io.omerta.protocol.language.document.MessageChart.Arrow;
import io.omerta.protocol.language.document.MessageChart.Branch;
import io.omerta.protocol.language.document.MessageChart.Fragment;
import io.omerta.protocol.language.document.MessageChart.Kind;
import io.omerta.protocol.language.document.MessageChart.Note;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageChartSvgTest {
    private static final MessageChart SMALL = new MessageChart(
            List.of("Seller", "Buyer", "Notary"),
            List.of(
                    new Note("Seller", "sell in IDLE"),
                    new Arrow("Seller", "Buyer", "OFFER", ""),
                    new Fragment(
                            Kind.ALTERNATIVE,
                            List.of(
                                    new Branch("price <= 100", List.of(new Arrow("Buyer", "Seller", "TAKEN", ""))),
                                    new Branch("otherwise", List.of(new Arrow("Buyer", "Seller", "REFUSED", ""))))),
                    new Fragment(
                            Kind.LOOP,
                            List.of(new Branch(
                                    "Seller after PATIENCE in OFFERED",
                                    List.of(
                                            new Arrow("Seller", "Notary", "SALE", "notaries"),
                                            new Fragment(
                                                    Kind.OPTION,
                                                    List.of(
                                                            new Branch(
                                                                    "Notary otherwise in DOUBT",
                                                                    List.of(
                                                                            new Arrow(
                                                                                    "Notary",
                                                                                    "Notary",
                                                                                    "DOUBT",
                                                                                    "notaries")))))))))));

    @Test
    void thePictureOfASmallChartIsAsKept() throws IOException {
        String drawn = MessageChartSvg.draw(SMALL);
        assertEquals(Picture.kept("small-chart.svg", drawn), drawn);
    }

    @Test
    void rolesMessagesNotesAndConditionsAreText() {
        List<String> texts = Picture.read(MessageChartSvg.draw(SMALL)).texts();

        assertEquals(2, texts.stream().filter("Notary"::equals).count());
        assertTrue(texts.containsAll(List.of(
                "sell in IDLE",
                "OFFER",
                "SALE to each of notaries",
                "DOUBT to each of notaries",
                "alt",
                "loop",
                "opt",
                "[price <= 100]",
                "[otherwise]")));
    }

    @Test
    void noTextCoversAnotherOrLeavesThePicture() {
        Picture picture =
                Picture.read(MessageChartSvg.draw(EscrowLock.documentation().messageChart()));
        List<Picture.Area> seen = new ArrayList<>();
        for (Picture.Area text : picture.textAreas()) {
            assertTrue(text.isWithin(picture.whole()), text + " is partly outside");
            assertTrue(seen.stream().noneMatch(text::overlaps), text + " covers another text");
            seen.add(text);
        }
        assertTrue(seen.size() > 60);
    }

    @Test
    void thePictureIsTheSameEachTime() {
        assertEquals(
                MessageChartSvg.draw(EscrowLock.documentation().messageChart()),
                MessageChartSvg.draw(EscrowLock.documentation().messageChart()));
    }

    @Test
    void whatAConditionHoldsIsText() {
        MessageChart chart = new MessageChart(
                List.of("A"),
                List.of(new Fragment(
                        Kind.OPTION, List.of(new Branch("x < \"<b>\" & y", List.of(new Arrow("A", "A", "M", "")))))));

        assertTrue(Picture.read(MessageChartSvg.draw(chart)).texts().contains("[x < \"<b>\" & y]"));
    }
}
