package dev.mtproto.bench.compare;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The figures as a table in Markdown. */
final class Table {

    private Table() {}

    static String of(Figures figures) {
        List<String> columns = figures.participants();
        StringBuilder table = new StringBuilder("| |");
        columns.forEach(who -> table.append(' ').append(who).append(" |"));
        table.append("\n|---|").append("---:|".repeat(columns.size())).append('\n');
        for (String operation : Figures.OPERATIONS) {
            for (int size : Figures.SIZES) {
                table.append("| ")
                        .append(Figures.title(operation))
                        .append(' ')
                        .append(Figures.title(size))
                        .append(" |");
                columns.forEach(who -> table.append(' ')
                        .append(cell(figures, who, operation, size))
                        .append(" |"));
                table.append('\n');
            }
        }
        return table.toString();
    }

    private static String cell(Figures figures, String who, String operation, int size) {
        OptionalDouble nanos = figures.nanos(who, operation, size);
        if (nanos.isEmpty()) {
            return "-";
        }
        String time = String.format(Locale.ROOT, "%,.0f", nanos.getAsDouble());
        OptionalDouble ratio = figures.ratio(who, operation, size);
        return who.equals(Figures.LIMIT) || ratio.isEmpty()
                ? time
                : time + String.format(Locale.ROOT, " (%.2f)", ratio.getAsDouble());
    }
}
