package com.luckyfunatic.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessLogTest {
    @ParameterizedTest
    @CsvSource({
        "/quests/,,/quests/",
        "/quests/,cursor=abc&limit=5,/quests/?cursor=abc&limit=5",
        "/ppc/campaigns,api_key=SECRET,/ppc/campaigns?api_key=***",
        "/balloons,token=SECRET&limit=5,/balloons?token=***&limit=5",
        "/x,initData=a%3DSECRET&initdata=SECRET,/x?initData=***&initdata=***",
        "/x,SECRET,/x?=***",
        "/x,limit,/x?=***",
        "/x,'',/x?=***"
    })
    void only_harmless_values_are_shown(String path, @Nullable String query, String shown) {
        assertThat(AccessLog.shown(path, query)).isEqualTo(shown);
    }
}
