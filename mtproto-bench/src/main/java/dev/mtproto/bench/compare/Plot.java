package dev.mtproto.bench.compare;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The figures as a drawing: a panel for each operation, a group of bars for each size, the time as a multiple of C's. */
final class Plot {

    private static final List<String> COLOURS =
            List.of("#1f6f8b", "#7fb8c9", "#d9822b", "#f0bd84", "#8a8a8a", "#bdbdbd", "#5b8c5a", "#a9c8a8");
    private static final double MOST = 5;
    private static final int WIDTH = 1000;
    private static final int LEFT = 50;
    private static final int HEIGHT = 190;
    private static final int STEP = 250;
    private static final int TOP = 70;

    private final StringBuilder svg = new StringBuilder();
    private final Figures figures;
    private final List<String> bars;

    private Plot(Figures figures) {
        this.figures = figures;
        bars = figures.participants().stream()
                .filter(who -> !who.equals(Figures.LIMIT))
                .toList();
    }

    static String of(Figures figures) {
        return new Plot(figures).draw();
    }

    private String draw() {
        int height = TOP + STEP * Figures.OPERATIONS.size();
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">",
                WIDTH, height);
        line("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, height);
        line(
                "<text x=\"%d\" y=\"24\" font-size=\"17\">MTProto for Java by FASTEST on each JDK, and peers: time as a multiple of C's; less is better</text>",
                LEFT);
        for (int i = 0; i < bars.size(); i++) {
            int x = LEFT + i * (WIDTH - LEFT) / bars.size();
            line("<rect x=\"%d\" y=\"38\" width=\"13\" height=\"13\" fill=\"%s\"/>", x, colour(i));
            line("<text x=\"%d\" y=\"49\">%s</text>", x + 18, bars.get(i));
        }
        for (int i = 0; i < Figures.OPERATIONS.size(); i++) {
            panel(Figures.OPERATIONS.get(i), TOP + STEP * i);
        }
        return svg.append("</svg>\n").toString();
    }

    private void panel(String operation, int top) {
        int bottom = top + 20 + HEIGHT;
        line("<text x=\"%d\" y=\"%d\" font-weight=\"bold\">%s</text>", LEFT, top + 12, Figures.title(operation));
        for (int ratio = 0; ratio <= MOST; ratio++) {
            double y = y(bottom, ratio);
            String stroke = ratio == 1 ? "#444444\" stroke-dasharray=\"4 3" : "#e2e2e2";
            line("<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>", LEFT, WIDTH - 10, y, y, stroke);
            line("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#444444\">%d</text>", LEFT - 8, y + 4, ratio);
        }
        int group = (WIDTH - LEFT - 10) / Figures.SIZES.size();
        for (int i = 0; i < Figures.SIZES.size(); i++) {
            group(operation, Figures.SIZES.get(i), LEFT + i * group, group, bottom);
        }
    }

    private void group(String operation, int size, int left, int width, int bottom) {
        List<String> present = bars.stream()
                .filter(who -> figures.ratio(who, operation, size).isPresent())
                .toList();
        double each = (width - 30.0) / Math.max(1, present.size());
        for (int i = 0; i < present.size(); i++) {
            OptionalDouble ratio = figures.ratio(present.get(i), operation, size);
            double x = left + 15 + i * each;
            double y = y(bottom, Math.min(MOST, ratio.getAsDouble()));
            line(
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                    x, y, each - 4, bottom - y, colour(bars.indexOf(present.get(i))));
            line(
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" font-size=\"11\">%.2f</text>",
                    x + each / 2 - 2, y - 3, ratio.getAsDouble());
        }
        line(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"#444444\">%s</text>",
                left + width / 2, bottom + 17, Figures.title(size));
    }

    private static double y(int bottom, double ratio) {
        return bottom - HEIGHT * ratio / (MOST + 0.4);
    }

    private static String colour(int index) {
        return COLOURS.get(index % COLOURS.size());
    }

    private void line(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
