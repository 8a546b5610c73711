package io.curlake.jobs.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of a page. There is no way to make one of markup: texts and values of attributes are escaped, whatever they hold.
 */
public sealed interface Html {

    void write(StringBuilder page);

    static Html text(String text) {
        return new Text(text);
    }

    /** Parts one after the other. */
    static Html all(List<? extends Html> parts) {
        return new Parts(List.copyOf(parts));
    }

    static Html none() {
        return all(List.of());
    }

    static Element of(String name, Html... children) {
        return new Element(name, Map.of(), Arrays.asList(children));
    }

    static Element of(String name, String text) {
        return of(name, text(text));
    }

    /** An element with a class of the style sheet. */
    static Element styled(String name, String style, Html... children) {
        return of(name, children).with("class", style);
    }

    /** A text; nothing of it is markup. */
    record Text(String value) implements Html {
        @Override
        public void write(StringBuilder page) {
            page.append(escaped(value));
        }
    }

    /** Parts without an element around them. */
    record Parts(List<Html> parts) implements Html {
        @Override
        public void write(StringBuilder page) {
            parts.forEach(part -> part.write(page));
        }
    }

    /** @param name of the element and those of attributes are literals of ours */
    record Element(String name, Map<String, String> attributes, List<Html> children) implements Html {
        public Element with(String attribute, String value) {
            Map<String, String> more = new LinkedHashMap<>(attributes);
            more.put(attribute, value);
            return new Element(name, more, children);
        }

        public Element and(Html... more) {
            List<Html> both = new ArrayList<>(children);
            both.addAll(Arrays.asList(more));
            return new Element(name, attributes, both);
        }

        public Element and(String text) {
            return and(text(text));
        }

        @Override
        public void write(StringBuilder page) {
            page.append('<').append(name);
            attributes.forEach((attribute, value) -> page.append(' ')
                    .append(attribute)
                    .append("=\"")
                    .append(escaped(value))
                    .append('"'));
            page.append('>');
            children.forEach(child -> child.write(page));
            page.append("</").append(name).append('>');
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
