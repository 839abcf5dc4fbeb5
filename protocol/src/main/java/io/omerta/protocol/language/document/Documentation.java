package io.omerta.protocol.language.document;

import io.omerta.protocol.language.check.CheckedProtocol;
import io.omerta.protocol.language.check.ImportedFile;
import io.omerta.protocol.language.model.ParameterModel;
import io.omerta.protocol.language.model.ProtocolModel;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.protocol.language.tree.ProtocolFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The documentation of one file: a page, and the diagrams of its actors and messages. */
public final class Documentation {
    private final ProtocolFile file;
    private final List<ImportedFile> imported;
    private final List<ActorTree> actors;
    private final Map<String, String> parameterTypes = new TreeMap<>();

    private Documentation(ProtocolFile file, List<ImportedFile> imported, ProtocolModel model) {
        this.file = file;
        this.imported = imported;
        this.actors = actors(file);
        for (ParameterModel parameter : model.parameters()) {
            parameterTypes.put(parameter.name(), parameter.type().notation());
        }
    }

    /**
     * Documents a file; warnings do no harm.
     *
     * @throws IllegalArgumentException if the file has errors: what it means is then unknown
     */
    public static Documentation of(CheckedProtocol checked) {
        ProtocolModel model = checked.model();
        if (model == null) {
            throw new IllegalArgumentException(
                    checked.file().source() + " has errors; only a file without can be documented");
        }
        return new Documentation(checked.file(), checked.imported(), model);
    }

    /** The machines of the file's actors, in declared order. */
    public List<StateDiagram> stateDiagrams() {
        return actors.stream()
                .map(actor -> StateDiagram.of(actor.declaration()))
                .toList();
    }

    /** The chart of all messages that the actors of the file and of its imports send. Without actors, it is empty. */
    public MessageChart messageChart() {
        List<ActorTree> all = new ArrayList<>();
        Map<String, Declaration.Message> messages = new TreeMap<>();
        for (ProtocolFile part : files()) {
            all.addAll(actors(part));
            for (Declaration declaration : part.declarations()) {
                if (declaration instanceof Declaration.Message message) {
                    messages.putIfAbsent(message.name().text(), message);
                }
            }
        }
        return MessageCharts.of(
                all,
                new SentMessages(messages, all.stream().map(ActorTree::name).toList()));
    }

    /** Name of the file with the state diagram of an actor, beside the page. */
    public static String stateDiagramFile(String name, String actor) {
        return name + "." + actor + ".svg";
    }

    /** Name of the file with the chart of messages, beside the page. */
    public static String messageChartFile(String name) {
        return name + ".messages.svg";
    }

    /**
     * The page.
     *
     * @param name of the files, without extension
     */
    public String markdown(String name) {
        Markdown out = new Markdown();
        Commentary comments = new Commentary(file);
        Page page = new Page(out, comments, new Links(file.declarations()));
        head(page, name);
        imports(out);
        chart(out, name);
        DeclarationSections sections = new DeclarationSections(page, file, parameterTypes);
        sections.parameters();
        sections.messages();
        for (ActorTree actor : actors) {
            new ActorSection(page, actor, stateDiagramFile(name, actor.name())).write();
        }
        sections.types();
        sections.blocks();
        sections.functions();
        sections.properties();
        sections.compositions();
        return out.toString();
    }

    private void head(Page page, String name) {
        Declaration.Transaction transaction = file.declarations().stream()
                .filter(Declaration.Transaction.class::isInstance)
                .map(Declaration.Transaction.class::cast)
                .reduce((first, second) -> second)
                .orElse(null);
        if (transaction == null) {
            page.out().heading(1, Markdown.text(name));
            page.comments().opening().writeTo(page.out());
            return;
        }
        page.out()
                .heading(
                        1,
                        Markdown.text("Transaction " + transaction.id() + ": "
                                + transaction.title().value()));
        page.describe(transaction.description(), page.comments().opening());
        page.comments().of(transaction.span()).writeTo(page.out());
    }

    private void imports(Markdown out) {
        if (imported.isEmpty()) {
            return;
        }
        out.heading(Page.SECTION, "Imports", "imports");
        out.table(
                List.of("File", "Declares"),
                imported.stream()
                        .map(part -> List.of(
                                Markdown.code(part.path()),
                                part.file().declarations().stream()
                                        .flatMap(declaration -> DeclaredNames.of(declaration).stream())
                                        .map(Markdown::code)
                                        .collect(Collectors.joining(", "))))
                        .toList());
    }

    private void chart(Markdown out, String name) {
        MessageChart chart = messageChart();
        if (chart.steps().isEmpty()) {
            return;
        }
        out.heading(Page.SECTION, "Course of messages", "course-of-messages");
        out.paragraph(
                "In the order in which they can first be sent. What a trigger or a timeout sets off begins there.");
        out.fence("mermaid", MermaidText.sequenceDiagram(chart));
        out.paragraph("The same [as a picture](" + messageChartFile(name) + ").");
    }

    private List<ProtocolFile> files() {
        List<ProtocolFile> files = new ArrayList<>();
        imported.forEach(part -> files.add(part.file()));
        files.add(file);
        return files;
    }

    private static List<ActorTree> actors(ProtocolFile file) {
        return file.declarations().stream()
                .filter(Declaration.Actor.class::isInstance)
                .map(Declaration.Actor.class::cast)
                .map(ActorTree::of)
                .toList();
    }
}
