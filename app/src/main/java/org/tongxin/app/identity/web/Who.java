package org.tongxin.app.identity.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Accounts;

/** The name behind a login as pages show it: {@code ${@who.name(login)}}. Scripted persons say that they are. */
@Component("who")
class Who {

    private final Accounts accounts;
    private final MessageSource messages;
    private final Map<String, String> names = new ConcurrentHashMap<>();

    Who(Accounts accounts, MessageSource messages) {
        this.accounts = accounts;
        this.messages = messages;
    }

    /** The login itself where nobody is known by it; empty for none. */
    public String name(@Nullable String login) {
        if (login == null) {
            return "";
        }
        String scripted = messages.getMessage("who." + login, null, null, LocaleContextHolder.getLocale());
        return scripted != null
                ? scripted
                : names.computeIfAbsent(login, known -> accounts.findName(known).orElse(known));
    }
}
