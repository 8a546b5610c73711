package io.curlake.notebook;

import java.awt.Color;
import java.awt.Font;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The two charts of the notebooks, in one look. */
final class Chart {
    private static final Color INK = new Color(0x1f2933);
    private static final Color GRID = new Color(0xe4e7eb);

    /** Eight colors that people with any color vision tell apart (Okabe and Ito, 2008), the strong ones first. */
    private static final Color[] COLORS = {
        new Color(0x0072b2),
        new Color(0xe69f00),
        new Color(0x009e73),
        new Color(0xcc79a7),
        new Color(0x56b4e9),
        new Color(0xd55e00),
        new Color(0xf0e442),
        new Color(0x9aa5b1)
    };

    private Chart() {}

    static CategoryChart columns(String title, String unit, Points points) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(Picture.WIDTH)
                .height(Picture.HEIGHT)
                .title(title)
                .yAxisTitle(unit)
                .build();
        look(chart.getStyler());
        chart.getStyler().setStacked(true);
        chart.getStyler().setAvailableSpaceFill(points.places().size() < 8 ? 0.5 : 0.85);
        chart.getStyler().setXAxisMaxLabelCount(7);
        points.parts().keySet().forEach(part -> chart.addSeries(part, points.places(), points.of(part)));
        return chart;
    }

    static XYChart lines(String title, String unit, Points points) {
        XYChart chart = new XYChartBuilder()
                .width(Picture.WIDTH)
                .height(Picture.HEIGHT)
                .title(title)
                .yAxisTitle(unit)
                .build();
        look(chart.getStyler());
        chart.getStyler().setDatePattern("yyyy-MM-dd");
        chart.getStyler().setTimezone(TimeZone.getTimeZone(ZoneOffset.UTC));
        chart.getStyler().setXAxisTickMarkSpacingHint(120);
        List<Date> days = points.places().stream().map(Chart::date).toList();
        points.parts()
                .keySet()
                .forEach(part -> chart.addSeries(part, days, points.of(part)).setMarker(SeriesMarkers.NONE));
        return chart;
    }

    private static Date date(String day) {
        return Date.from(LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static void look(AxesChartStyler styler) {
        Font text = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
        styler.setSeriesColors(COLORS);
        styler.setBaseFont(text);
        styler.setChartFontColor(INK);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setPlotGridLinesColor(GRID);
        styler.setAxisTicksLineVisible(false);
        styler.setAxisTickLabelsFont(text);
        styler.setAxisTickLabelsColor(INK);
        styler.setAxisTitleFont(text);
        styler.setChartTitleFont(text.deriveFont(Font.BOLD, 14f));
        styler.setLegendFont(text);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLegendPosition(LegendPosition.OutsideE);
        styler.setLegendLayout(LegendLayout.Vertical);
        styler.setYAxisDecimalPattern("#,##0.##");
    }
}
