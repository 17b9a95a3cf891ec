package dev.mtproto.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts table and plot into a folder of documentation: between two marks of performance.md, and into performance.svg. */
public final class WriteComparison {

    static final String BEGIN = "<!-- compare: begin; written by mtproto-bench/compare -->";
    static final String END = "<!-- compare: end -->";

    private WriteComparison() {}

    /**
     * Runs.
     *
     * @param args a file of JSON lines, the folder, what to say about the machine
     */
    public static void main(String[] args) throws IOException {
        Figures figures = new Figures(Files.readAllLines(Path.of(args[0])));
        Path folder = Path.of(args[1]);
        Path page = folder.resolve("performance.md");
        Files.writeString(page, replaced(Files.readString(page), section(figures, args[2])));
        Files.writeString(folder.resolve("performance.svg"), Plot.of(figures));
    }

    private static String section(Figures figures, String machine) {
        return "Machine: " + machine + ".\n\n" + Table.of(figures)
                + "\n![Time of each operation as a multiple of C's](performance.svg)\n";
    }

    static String replaced(String page, String section) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("the page lacks the marks " + BEGIN + " and " + END);
        }
        return page.substring(0, begin + BEGIN.length()) + "\n" + section + page.substring(end);
    }
}
