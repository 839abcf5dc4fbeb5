package io.omerta.reports.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Machine names turned into file names and anchors: lower case letters, digits, dot, dash and underscore. */
public final class FileNames {
    private static final int LENGTH_MAX = 80;

    private FileNames() {}

    /**
     * One name for each id, in order, all different even where the file system ignores case.
     *
     * @param fallback name of an id that has no usable character
     */
    public static List<String> unique(List<String> ids, String fallback) {
        Set<String> taken = new LinkedHashSet<>();
        List<String> names = new ArrayList<>(ids.size());
        for (String id : ids) {
            String base = sanitised(id, fallback);
            String name = base;
            for (int copy = 2; !taken.add(name); copy++) {
                name = base + "-" + copy;
            }
            names.add(name);
        }
        return names;
    }

    private static String sanitised(String id, String fallback) {
        String name = id.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]+", "-")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("^[-.]+|[-.]+$", "");
        if (name.isEmpty()) {
            return fallback;
        }
        return name.substring(0, Math.min(name.length(), LENGTH_MAX));
    }
}
