package com.luckyfunatic.server.login;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.luckyfunatic.server.telegram.InitDataSigner;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes login data as Telegram would, signed for the development bot. Thread-safe. */
final class DevInitData {
    private final InitDataSigner signer;
    private final ObjectMapper json;

    DevInitData(InitDataSigner signer, ObjectMapper json) {
        this.signer = signer;
        this.json = json;
    }

    /** Returns login data for the account that {@code request} asks for, signed at {@code now}. */
    String sign(DevLoginRequest request, Instant now) {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("id", request.telegramId());
        user.put("first_name", request.checkedFirstName());
        user.put("language_code", "en");
        if (Boolean.TRUE.equals(request.premium())) {
            user.put("is_premium", true);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("user", toJson(user));
        fields.put("auth_date", Long.toString(now.getEpochSecond()));
        if (request.startParam() != null) {
            fields.put("start_param", request.startParam());
        }
        return signer.sign(fields);
    }

    private String toJson(Map<String, Object> user) {
        try {
            return json.writeValueAsString(user);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are always JSON", e);
        }
    }
}
