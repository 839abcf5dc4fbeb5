package io.omerta.sim.record;

import java.util.List;

/**
 * A table of a report.
 *
 * @param id machine name, unique in the run
 * @param title title for people
 * @param caption one sentence that says what the rows are
 * @param columns column headings, with unit where there is one
 * @param rows cells as text, each row as long as {@code columns}; cells that are numbers are aligned right
 */
public record Table(String id, String title, String caption, List<String> columns, List<List<String>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "table " + id + " has a row of " + row.size() + " cells under " + columns.size() + " columns");
            }
        }
    }
}
