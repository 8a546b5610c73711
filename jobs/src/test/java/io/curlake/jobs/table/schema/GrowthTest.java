package io.curlake.jobs.table.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.types.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "string | string | string",
                "struct<a:string> | struct<a:string,b:bigint> | struct<a:string,b:bigint>",
                "array<struct<a:string>> | array<struct<b:int,a:string>> | array<struct<a:string,b:int>>",
                "struct<a:struct<b:int>> | struct<a:struct<b:int,c:int>> | struct<a:struct<b:int,c:int>>",
            })
    void aStructGetsTheFieldsThatOnlyTheValuesHave(String table, String written, String grown) {
        assertThat(Growth.grown(type(table), type(written)))
                .map(DataType::simpleString)
                .hasValue(grown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "string | double",
                "struct<a:string,b:int> | struct<a:string>",
                "struct<a:string> | struct<a:double>",
                "array<string> | string",
            })
    void anyOtherDifferenceIsNoGrowth(String table, String written) {
        assertThat(Growth.grown(type(table), type(written))).isEmpty();
    }

    @Test
    void whetherAValueMayBeMissingMakesNoDifference() {
        DataType required = new org.apache.spark.sql.types.StructType().add("a", type("string"), false);

        assertThat(Growth.grown(type("struct<a:string>"), required)).hasValue(type("struct<a:string>"));
    }

    private static DataType type(String ddl) {
        return DataType.fromDDL(ddl);
    }
}
