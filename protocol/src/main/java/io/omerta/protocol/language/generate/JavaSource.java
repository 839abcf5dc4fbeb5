package io.omerta.protocol.language.generate;

/**
 * A Java source file.
 *
 * @param packageName its package
 * @param className its one class at the top level
 * @param text all of it, ending with a line end
 */
public record JavaSource(String packageName, String className, String text) {
    /** Where it belongs below the root of a source tree, parts divided by {@code /}. */
    public String path() {
        return packageName.replace('.', '/') + "/" + className + ".java";
    }
}
