package io.curlake.jobs.storage.maps;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Who takes the texts of each leaf of a schema, in the tree of converters that Parquet asks for. */
final class LeafTexts {
    private final Map<List<String>, FoldedTexts> texts = new HashMap<>();
    private final GroupConverter root;

    LeafTexts(MessageType schema, MapFold fold) {
        schema.getPaths().forEach(path -> texts.put(Arrays.asList(path), new FoldedTexts(fold)));
        this.root = new Node(schema, List.of());
    }

    GroupConverter root() {
        return root;
    }

    FoldedTexts of(ColumnDescriptor leaf) {
        return of(Arrays.asList(leaf.getPath()));
    }

    private FoldedTexts of(List<String> path) {
        FoldedTexts found = texts.get(path);
        if (found == null) {
            throw new IllegalArgumentException(path + " is no leaf");
        }
        return found;
    }

    /** A group of the schema. Nothing is built, so that nothing happens at its start and end. */
    private final class Node extends GroupConverter {
        private final List<Converter> children;

        Node(GroupType type, List<String> path) {
            children =
                    type.getFields().stream().map(field -> child(field, path)).toList();
        }

        private Converter child(Type field, List<String> path) {
            List<String> below =
                    Stream.concat(path.stream(), Stream.of(field.getName())).toList();
            return field.isPrimitive() ? of(below) : new Node(field.asGroupType(), below);
        }

        @Override
        public Converter getConverter(int field) {
            return children.get(field);
        }

        @Override
        public void start() {}

        @Override
        public void end() {}
    }
}
