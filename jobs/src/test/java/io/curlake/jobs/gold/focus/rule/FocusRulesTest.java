package io.curlake.jobs.gold.focus.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The runner sees what it is there to see. */
class FocusRulesTest {
    private static final StructType SCHEMA = new StructType()
            .add("Text", DataTypes.StringType)
            .add("Other", DataTypes.StringType)
            .add("Price", DataTypes.createDecimalType(38, 18))
            .add("Quantity", DataTypes.createDecimalType(38, 18))
            .add("Cost", DataTypes.createDecimalType(38, 18))
            .add("Start", DataTypes.TimestampType)
            .add("End", DataTypes.TimestampType)
            .add("Map", DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType))
            .add("x_LineItemType", DataTypes.StringType);

    /** Check, columns, argument, condition; then a row that is right and a row that is not. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "null;            Text; ``;    Other=a;  Text=- Other=a;   Text=b Other=a",
                "not null;        Text; ``;    Other!=a; Text=- Other=a;   Text=- Other=b",
                "unicode;         Text; ``;    ``;       Text=ä;           Text=SURROGATE",
                "not blank;       *text; ``;   ``;       Text=a;           Text=BLANK",
                "numeric;         *decimal; ``; ``;      Cost=-1.5;        Cost=TEXT",
                "time;            Start; ``;   ``;       Text=a;           Start=NO_TIME",
                "first of month;  Start; ``;   ``;       Start=2026-10-01T00:00:00Z; Start=2026-10-01T00:00:01Z",
                "currency;        Text; ``;    ``;       Text=CNY;         Text=BTC",
                "unit;            Text; ``;    ``;       Text=Hrs;         Text=BLANK",
                "key value;       Map; ``;     ``;       Map=a;            Map=NO_TEXT",
                "key pascal case; Map; ``;     ``;       Map=x_Tenancy;    Map=x_tenancy",
                "key prefix;      Map; ``;     ``;       Map=InstanceType; Map=Tenancy",
                "one of;          Text; a|b;   ``;       Text=b;           Text=c",
                "one of;          Text; a;     Other=x;  Text=a Other=x;   Text=- Other=x",
                "none of;         Text; a|b;   ``;       Text=c;           Text=b",
                "equals;          Cost; 0;     Other~x;  Cost=0 Other=axb; Cost=0.000000000000000001 Other=axb",
                "at least;        Cost; 0;     ``;       Cost=0;           Cost=-0.1",
                "same;            Text; Other; ``;       Text=a Other=a;   Text=a Other=b",
                "differs;         Text; Other; ``;       Text=a Other=b;   Text=a Other=a",
                "before;          Start; End;  ``;       Start=2026-10-01T00:00:00Z End=2026-10-01T01:00:00Z; Start=2026-10-01T00:00:00Z End=2026-10-01T00:00:00Z",
                "pair;            Text Other; a>b; ``;   Text=a Other=b;   Text=b Other=a",
                "product;         Price; Quantity Cost; ``; Price=0.333333333333333333 Quantity=3 Cost=1; Price=0.333333333333333 Quantity=3 Cost=1"
            })
    void aViolationIsFound(String check, String columns, String argument, String when, String right, String wrong) {
        FocusRule rule = new FocusRule("X", check, columns, argument, Condition.of(when));

        assertThat(FocusRules.violations(rule, data(row(right)))).isEmpty();
        assertThat(FocusRules.violations(rule, data(row(wrong)))).hasSize(1);
    }

    @Test
    void aKeyOfTwoValuesIsFound() {
        FocusRule rule = new FocusRule("X", "single", "Text", "Other", Condition.of(""));

        assertThat(FocusRules.violations(rule, data(row("Text=a Other=1"), row("Text=b Other=2"))))
                .isEmpty();
        assertThat(FocusRules.violations(rule, data(row("Text=a Other=1"), row("Text=a Other=2"))))
                .containsExactly("Text a [1, 2]");
    }

    /** Check; a schema that is right and one that is not, as names. */
    @ParameterizedTest
    @CsvSource({
        "present,       Text, Tax",
        "text,          Text, Cost",
        "decimal,       Cost, Text",
        "timestamp,     Start, Text",
        "pascal case,   x_LineItemType, lower",
        "alphanumeric,  Text, Line_Item",
        "short,         Text, ThisNameOfAColumnIsLongerThanFiftyCharactersAreAllowed",
        "custom prefix, BilledCost, Text"
    })
    void aColumnThatIsNotAsItShouldIsFound(String check, String right, String wrong) {
        FocusData data = data();

        assertThat(FocusRules.violations(new FocusRule("X", check, right, "", Condition.of("")), data))
                .isEmpty();
        assertThat(FocusRules.violations(new FocusRule("X", check, wrong, "", Condition.of("")), data))
                .containsExactly(wrong);
    }

    @Test
    void aColumnOfOurOwnAmongTheSpecifiedOnesIsFound() {
        FocusRule rule = new FocusRule("X", "custom last", "*", "", Condition.of(""));

        assertThat(FocusRules.violations(rule, data())).isEmpty();
        assertThat(FocusRules.violations(
                        rule,
                        new FocusData(new StructType().add("x_A", "string").add("B", "string"), List.of())))
                .containsExactly("x_A");
    }

    @Test
    void everyOfThe621RulesIsCheckedOrNotApplicableForAReason() {
        FocusRules rules = new FocusRules();
        Map<String, Long> checks = rules.checks();

        assertThat(checks.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(621);
        assertThat(checks).containsEntry("not applicable", 142L).containsEntry("all", 127L);
        assertThat(rules.notApplicable())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "its parts are not applicable", 16L,
                        "not of AWS: it collects what its Marketplace sells", 1L,
                        "not of AWS: it has no virtual currency", 1L,
                        "other data: invoices, price lists or contracts", 28L,
                        "over time: several billing periods", 12L,
                        "permission: cannot be broken", 32L,
                        "provider: what AWS knows, publishes or does", 48L,
                        "wording: about names in the specification", 4L));
        TreeSet<String> used = new TreeSet<>(checks.keySet());
        used.removeAll(List.of("all", "not applicable"));
        assertThat(used).isEqualTo(Checks.BY_NAME.keySet());
    }

    @Test
    void aRuleMadeOfOthersIsBrokenWhereOneOfThemIs() {
        FocusRules rules = new FocusRules();

        assertThat(rules.holds("SkuMeter-C-000-C", Map.of())).isTrue();
        assertThat(rules.holds("SkuMeter-C-000-C", Map.of("SkuMeter-C-004-C", List.of("x"))))
                .isFalse();
        assertThat(rules.holds("SkuId-C-000-C", Map.of("SkuMeter-C-004-C", List.of("x"))))
                .isTrue();
    }

    private static FocusData data(Row... rows) {
        return new FocusData(SCHEMA, List.of(rows));
    }

    private static Row row(String words) {
        Object[] values = new Object[SCHEMA.size()];
        for (String word : words.split(" ", -1)) {
            String[] pair = word.split("=", 2);
            values[SCHEMA.fieldIndex(pair[0])] = value(pair[0], pair[1]);
        }
        return new GenericRowWithSchema(values, SCHEMA);
    }

    private static Object value(String column, String text) {
        return switch (text) {
            case "-" -> null;
            case "SURROGATE" -> "\ud800";
            case "BLANK" -> " ";
            case "TEXT" -> "1,5 USD";
            case "NO_TIME" ->
                new Timestamp(0) {
                    @Override
                    public Instant toInstant() {
                        return Instant.MAX.minusSeconds(1);
                    }
                };
            case "NO_TEXT" -> map("a", List.of("nested"));
            default ->
                switch (column) {
                    case "Price", "Quantity", "Cost" -> new BigDecimal(text);
                    case "Start", "End" -> Timestamp.from(Instant.parse(text));
                    case "Map" -> map(text, "value");
                    default -> text;
                };
        };
    }

    private static Object map(String key, Object value) {
        return scala.jdk.javaapi.CollectionConverters.asScala(Map.of(key, value));
    }
}
