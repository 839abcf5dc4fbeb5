package io.omerta.protocol.language.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.syntax.Parser;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.ProtocolFile;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CommentaryTest {
    @Test
    void commentsDirectlyAboveAreOfTheDeclarationAndThoseApartAreNot() {
        ProtocolFile file = parse(
                """
                struct A ( a uint )

                # apart

                # of B
                # as well
                struct B ( b uint )
                """);

        assertEquals("of B as well", of(file, 1));
        assertEquals("", of(file, 0));
    }

    @Test
    void whatStandsBehindAndWhatContinuesItIsOfTheFieldBeforeIt() {
        ProtocolFile file = parse(
                """
                struct A (
                    a uint # first
                           # and more
                    # above b
                    b uint
                )
                """);
        Declaration.StructType struct =
                (Declaration.StructType) file.declarations().get(0);
        Commentary comments = new Commentary(file);

        assertEquals(
                "first and more",
                comments.of(struct.fields().items().get(0).span()).inline());
        assertEquals(
                "above b", comments.of(struct.fields().items().get(1).span()).inline());
    }

    @Test
    void whatStandsBehindTheOpeningParenthesisIsOfTheDeclaration() {
        ProtocolFile file = parse(
                """
                # above
                struct A ( # behind
                    a uint
                )
                """);
        Declaration.StructType struct =
                (Declaration.StructType) file.declarations().get(0);

        assertEquals(
                "above behind",
                new Commentary(file).of(struct.span(), struct.fields().span()).inline());
    }

    @Test
    void aBannerIsAHeadingOverAllThatFollowsUntilTheNextOne() {
        ProtocolFile file = parse(
                """
                struct A ( a uint )
                # =======
                # TWO AND MORE (draft)
                # =======
                # Said of both.

                struct B ( b uint )
                struct C ( c uint )
                # -------
                # D_only
                # -------
                struct D ( d uint )
                """);
        Commentary comments = new Commentary(file);

        assertNull(comments.bannerOf(file.declarations().get(0).span()));
        Banner second = Objects.requireNonNull(
                comments.bannerOf(file.declarations().get(1).span()));
        assertEquals("Two and more", second.title());
        assertEquals("Said of both.", second.introduction().inline());
        assertEquals(second, comments.bannerOf(file.declarations().get(2).span()));
        assertEquals(
                "D_only",
                Objects.requireNonNull(
                                comments.bannerOf(file.declarations().get(3).span()))
                        .title());
        assertEquals("", of(file, 3));
    }

    @Test
    void whatStandsApartBeforeTheFirstDeclarationIntroducesTheFile() {
        ProtocolFile file = parse(
                """
                # One.
                #
                # Two.

                # of A
                struct A ( a uint )
                """);

        assertEquals("One. Two.", new Commentary(file).opening().inline());
        assertEquals("of A", of(file, 0));
    }

    @Test
    void aFileOfNothingButCommentsIsIntroducedByThem() {
        assertEquals(
                "Nothing here.",
                new Commentary(parse("# Nothing here.")).opening().inline());
    }

    private static String of(ProtocolFile file, int declaration) {
        return new Commentary(file)
                .of(file.declarations().get(declaration).span())
                .inline();
    }

    private static ProtocolFile parse(String text) {
        return Parser.parse(Source.of("test.omt", text)).file();
    }
}
