package io.omerta.cli;

import io.omerta.protocol.language.check.ImportSource;
import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.language.syntax.Parser;
import io.omerta.protocol.language.tree.Declaration;
import io.omerta.scenarios.model.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds imports in directories, the first that has the file, and reads nothing outside the outermost of them. */
final class OmtImports implements ImportSource {
    /** What the language allows in a path; nothing in it can lead upwards. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final OmtFiles files;
    private final List<Path> directories;

    /** @param directories absolute, each within the last one */
    private OmtImports(OmtFiles files, List<Path> directories) {
        this.files = files;
        this.directories = List.copyOf(directories);
    }

    /** Imports below one directory. */
    static OmtImports within(OmtFiles files, Path root) {
        return new OmtImports(files, List.of(root));
    }

    /** Imports beside a file, or else in a directory around it, up to the outermost one that was chosen with it. */
    static OmtImports around(OmtFiles files, OmtFiles.Chosen file) {
        List<Path> directories = new ArrayList<>();
        for (Path directory = file.path().getParent();
                directory != null && directory.startsWith(file.top());
                directory = directory.getParent()) {
            directories.add(directory);
        }
        return new OmtImports(files, directories);
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidInputException if the file cannot be read, or lies elsewhere by way of a link
     */
    @Override
    public Optional<Source> find(List<String> path) {
        if (path.isEmpty() || !path.stream().allMatch(name -> NAME.matcher(name).matches())) {
            return Optional.empty();
        }
        String relative = String.join("/", path) + OmtFiles.EXTENSION;
        return directories.stream()
                .map(directory -> directory.resolve(relative))
                .filter(Files::exists)
                .findFirst()
                .map(this::read);
    }

    /** Looks into the files near by, since nothing but its head tells which transaction a file holds. */
    @Override
    public Optional<Source> transaction(String id) {
        return near().stream()
                .flatMap(file -> readable(file).stream())
                .filter(source -> declares(source, id))
                .findFirst();
    }

    @Override
    public List<String> paths() {
        Set<String> paths = new LinkedHashSet<>();
        for (Path file : near()) {
            for (Path directory : directories) {
                if (file.startsWith(directory)) {
                    String path = directory.relativize(file).toString();
                    paths.add(path.substring(0, path.length() - OmtFiles.EXTENSION.length()));
                }
            }
        }
        return List.copyOf(paths);
    }

    private static boolean declares(Source source, String transaction) {
        return Parser.parse(source).file().declarations().stream()
                .anyMatch(declaration -> declaration instanceof Declaration.Transaction head
                        && head.id().text().equals(transaction));
    }

    /** A file that nobody has named, so that nobody is told if it cannot be read. */
    private Optional<Source> readable(Path file) {
        try {
            return Optional.of(files.source(file));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** Protocol files a few levels below the directories, those below the first one first, then sorted. */
    private Set<Path> near() {
        Set<Path> near = new LinkedHashSet<>();
        for (Path directory : directories) {
            near.addAll(NearbyFiles.below(directory));
        }
        return near;
    }

    private Source read(Path file) {
        Path root = directories.get(directories.size() - 1);
        Path real = files.realPath(file);
        if (!real.startsWith(files.realPath(root))) {
            throw new InvalidInputException(files.name(file) + ": error: this import is a link to " + real
                    + ", which is outside of " + root + "; imports are read only below it, see --root");
        }
        return files.source(file);
    }
}
