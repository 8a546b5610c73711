package io.curlake.notebook;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.rapaio.jupyter.kernel.display.DisplayData;

/** A chart as an image in the page itself, drawn with twice the points for sharp screens. */
final class Picture {
    static final int WIDTH = 860;
    static final int HEIGHT = 360;

    private static final int SHARPNESS = 2;

    private Picture() {}

    static DisplayData of(String title, org.knowm.xchart.internal.chartpart.Chart<?, ?> chart) {
        BufferedImage image = new BufferedImage(SHARPNESS * WIDTH, SHARPNESS * HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(SHARPNESS, SHARPNESS);
        chart.paint(graphics, WIDTH, HEIGHT);
        graphics.dispose();
        DisplayData display = DisplayData.fromHtml("<img alt=\"" + Cell.escaped(title) + "\" style=\"width:" + WIDTH
                + "px;max-width:100%\" src=\"data:image/png;base64," + png(image) + "\">");
        display.putText("[chart: " + title + "]");
        return display;
    }

    static DisplayData nothing(String title) {
        DisplayData display = DisplayData.fromHtml("<p><em>" + Cell.escaped(title) + ": no rows to draw.</em></p>");
        display.putText("[chart: " + title + ": no rows to draw]");
        return display;
    }

    private static String png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
