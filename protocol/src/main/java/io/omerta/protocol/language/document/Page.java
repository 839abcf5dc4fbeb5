package io.omerta.protocol.language.document;

import io.omerta.protocol.language.source.Span;
import io.omerta.protocol.language.tree.Expression;
import io.omerta.protocol.language.tree.Field;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the sections of a page share. */
final class Page {
    /** Level of the headings of sections. */
    static final int SECTION = 2;

    private final Markdown out;
    private final Commentary comments;
    private final Links links;
    private final Set<Banner> introduced = new LinkedHashSet<>();

    Page(Markdown out, Commentary comments, Links links) {
        this.out = out;
        this.comments = comments;
        this.links = links;
    }

    /** What is written so far. */
    Markdown out() {
        return out;
    }

    /** What the comments of the file say. */
    Commentary comments() {
        return comments;
    }

    /** Links to declarations. */
    Links links() {
        return links;
    }

    /** What stands between the banner over a declaration and the first declaration, on the first use of the banner. */
    void introduce(Span declaration) {
        Banner banner = comments.bannerOf(declaration);
        if (banner != null && introduced.add(banner)) {
            banner.introduction().writeTo(out);
        }
    }

    /**
     * A section of all declarations of a kind, with the banners over them as headings of their own.
     *
     * @param anchor of the section
     * @param write writes a declaration, given the level of its heading
     */
    <T> void section(String title, String anchor, List<T> items, Function<T, Span> span, ItemWriter<T> write) {
        if (items.isEmpty()) {
            return;
        }
        out.heading(SECTION, title, anchor);
        boolean anyBanner = items.stream().anyMatch(item -> isWorthTelling(comments.bannerOf(span.apply(item)), title));
        @Nullable Banner current = null;
        for (T item : items) {
            Banner banner = comments.bannerOf(span.apply(item));
            if (banner != null && !banner.equals(current) && isWorthTelling(banner, title)) {
                out.heading(SECTION + 1, Markdown.text(banner.title()));
            }
            current = banner;
            introduce(span.apply(item));
            write.write(item, anyBanner ? SECTION + 2 : SECTION + 1);
        }
    }

    /** Writes one declaration of a section. */
    interface ItemWriter<T> {
        void write(T item, int level);
    }

    /** A table of fields under a heading, if there is any. */
    void fields(String first, List<Field> fields) {
        out.table(
                List.of(first, "Type", "Description"),
                fields.stream()
                        .map(field -> List.of(
                                Markdown.code(field.name().text()),
                                links.to(field.type()),
                                comments.of(field.span()).inline()))
                        .toList());
    }

    /** What a file says of something in a string and in comments, as one cell of a table. */
    String described(Expression.@Nullable StringLiteral description, Prose comment) {
        String text = description == null ? "" : Markdown.text(description.value());
        String more = comment.inline();
        if (text.isEmpty() || more.isEmpty()) {
            return text + more;
        }
        return text + (text.endsWith(".") ? " " : ". ") + more;
    }

    /** The same as paragraphs. */
    void describe(Expression.@Nullable StringLiteral description, Prose comment) {
        if (description != null) {
            out.paragraph(Markdown.text(description.value()));
        }
        comment.writeTo(out);
    }

    /** Source as it stands in the file. */
    void source(Span span) {
        out.fence("omt", span.text());
    }

    private static boolean isWorthTelling(@Nullable Banner banner, String title) {
        return banner != null && !banner.title().equalsIgnoreCase(title);
    }
}
