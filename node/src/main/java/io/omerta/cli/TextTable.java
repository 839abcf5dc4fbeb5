package io.omerta.cli;

import io.omerta.sim.record.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cells in aligned columns.
 *
 * @param rows rows of equal length
 * @param right for each column, whether it is aligned right, as numbers are
 */
record TextTable(List<List<String>> rows, List<Boolean> right) {
    private static final String INDENT = "  ";
    private static final String GAP = "  ";
    private static final int WIDEST_FILE_COLUMNS = 160;

    /** The table with its headings as first row; the first column names the rows, columns of words keep to the left. */
    static TextTable of(Table table) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.columns());
        rows.addAll(table.rows());
        return new TextTable(
                rows,
                IntStream.range(0, table.columns().size())
                        .mapToObj(column ->
                                column > 0 && table.rows().stream().noneMatch(row -> isWords(row.get(column))))
                        .toList());
    }

    private static boolean isWords(String cell) {
        return !cell.isEmpty() && Character.isLetter(cell.codePointAt(0));
    }

    /** Width that a table may take: that of the terminal, or what is still easy to read in a file. */
    static int widthColumns(Terminal terminal) {
        return terminal.out().interactive() ? terminal.widthColumns() : WIDEST_FILE_COLUMNS;
    }

    /** Prints the table; where it is too wide, in parts below each other, each with the first column again. */
    void print(Terminal.Channel channel, int widthColumns) {
        int columns = right.size();
        int[] widths = IntStream.range(0, columns).map(this::width).toArray();
        int from = 1;
        while (from < columns) {
            int to = from;
            int used = INDENT.length() + widths[0];
            do {
                used += GAP.length() + widths[to];
                to++;
            } while (to < columns && used + GAP.length() + widths[to] <= widthColumns);
            if (from > 1) {
                channel.println("");
            }
            printPart(channel, widths, from, to);
            from = to;
        }
    }

    private void printPart(Terminal.Channel channel, int[] widths, int from, int to) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(INDENT).append(padded(row.get(0), widths[0], right.get(0)));
            for (int column = from; column < to; column++) {
                line.append(GAP).append(padded(row.get(column), widths[column], right.get(column)));
            }
            channel.println(line.toString().stripTrailing());
        }
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    }

    private static String padded(String cell, int width, boolean right) {
        String blanks = " ".repeat(width - length(cell));
        return right ? blanks + cell : cell + blanks;
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
