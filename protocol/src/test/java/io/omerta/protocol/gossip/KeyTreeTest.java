package io.omerta.protocol.gossip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.crypto.SimulatedHasher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class KeyTreeTest {
    private static final byte[] ROOT = {};

    private final Hasher hasher = new SimulatedHasher();
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(7);

    private KeyTree tree(Iterable<Mark> marks) {
        KeyTree tree = new KeyTree(hasher);
        marks.forEach(tree::add);
        return tree;
    }

    /** Marks of which many begin alike. */
    private List<Mark> marks(int count) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            marks.add(new Mark(random.nextInt(40) * 0x0101_0000_0000_0000L, random.nextLong()));
        }
        return marks;
    }

    @Test
    void setHasOneSummaryInWhicheverOrderItCameAbout() {
        List<Mark> marks = marks(1_000);
        KeyTree tree = tree(marks);
        for (int i = marks.size(); i > 1; i--) {
            Collections.swap(marks, i - 1, random.nextInt(i));
        }
        List<Mark> passing = marks(1_000);
        KeyTree other = tree(passing);
        marks.forEach(other::add);
        passing.forEach(other::remove);
        assertEquals(tree.summary(ROOT), other.summary(ROOT));
        assertEquals(1_000, other.size());
    }

    @Test
    void oneMarkMoreOrLessChangesTheSummary() {
        for (int size : new int[] {0, 1, 16, 17, 300}) {
            List<Mark> marks = marks(size);
            KeyTree tree = tree(marks);
            Mark before = tree.summary(ROOT);
            Mark one = new Mark(5, size);
            tree.add(one);
            assertNotEquals(before, tree.summary(ROOT));
            tree.remove(one);
            assertEquals(before, tree.summary(ROOT));
        }
    }

    @Test
    void partsHaveTheMarksWithTheirPrefix() {
        List<Mark> marks = marks(500);
        KeyTree tree = tree(marks);
        byte[] prefix = {};
        for (int depth = 0; depth < 6; depth++) {
            byte[] longer = Arrays.copyOf(prefix, depth + 1);
            longer[depth] = (byte) marks.get(0).digit(depth);
            prefix = longer;
            TreeSet<Mark> expected = new TreeSet<>();
            for (Mark mark : marks) {
                boolean matches = true;
                for (int place = 0; place <= depth; place++) {
                    matches &= mark.digit(place) == prefix[place];
                }
                if (matches) {
                    expected.add(mark);
                }
            }
            assertEquals(expected, tree.marks(prefix));
            assertEquals(expected.size(), tree.size(prefix));
        }
    }

    @Test
    void partWithinALeafHasTheSummaryOfALeafOfItsOwn() {
        Mark one = new Mark(0x1200_0000_0000_0000L, 1);
        Mark other = new Mark(0x1300_0000_0000_0000L, 2);
        KeyTree tree = tree(List.of(one, other));
        byte[] prefix = {1, 2};
        assertEquals(tree(List.of(one)).summary(ROOT), tree.summary(prefix));
        assertEquals(Mark.NOTHING, tree.summary(new byte[] {2}));
    }

    @Test
    void addingTwiceOrRemovingWhatIsNotThereChangesNothing() {
        List<Mark> marks = marks(40);
        KeyTree tree = tree(marks);
        Mark before = tree.summary(ROOT);
        marks.forEach(tree::add);
        tree.remove(new Mark(1, 1));
        assertEquals(before, tree.summary(ROOT));
        assertEquals(40, tree.size());
    }

    @Test
    void firstDigitIsTheMostSignificant() {
        Mark mark = new Mark(0xf000_0000_0000_0001L, 0x2000_0000_0000_000aL);
        assertEquals(List.of(15, 1, 2, 10), List.of(mark.digit(0), mark.digit(15), mark.digit(16), mark.digit(31)));
    }
}
