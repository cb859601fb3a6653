package org.tongxin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tongxin.app.cooperation.UnitDesks;
import org.tongxin.app.cooperation.UnitRequest;
import org.tongxin.app.cooperation.UnitRequests;
import org.tongxin.app.forms.FormTemplate;
import org.tongxin.app.forms.Forms;
import org.tongxin.app.forms.NewForm;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NewAccount;
import org.tongxin.app.identity.Post;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Affiliation;
import org.tongxin.app.organisation.MemberUnits;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.resources.Storehouse;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;
import org.tongxin.app.tasks.NewOrder;
import org.tongxin.app.tasks.Orders;
import org.tongxin.app.tasks.TaskField;
import org.tongxin.app.tasks.TaskLevel;

/**
 * Who may do what, found by asking: every address of the program times every post, with something of the post's own
 * territory and of another's. The table is in the repository; a difference is either a mistake or a decision, and then the
 * table is written anew with {@code -DargLine=-Dupdate=true}. No answer may be a failure of the program.
 */
@SpringBootTest(properties = "tongxin.mode=operation")
@AutoConfigureMockMvc
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, Storehouse.class, ThingsOfTheMatrix.class})
class AuthorisationMatrixIT {

    private static final Path TABLE = Path.of("../docs/generated/authorisation.md");
    private static final String HEAD = """
            # Who may do what

            Found by `AuthorisationMatrixIT`, which sends one request to every address for every post and writes down the
            answer; written anew with `-DargLine=-Dupdate=true`. The thing asked for lies in *community*, which is in *street*, or
            in *street* itself where a community has none of its kind; *next community* is another of the same street, *other street* and
            *other community* have posts elsewhere. Values are plausible and mostly wrong, so a
            refusal for a wrong value shows that the post was let through.

            - **page**: a page or a file; **done**: accepted, on to the next page
            - **login**: asked to log in; **no**: refused because of the post
            - **none**: there is nothing of the kind for this post; **code**: refused with this [code](errors.md)
            - **bad**: the address or a value cannot be read

            """;

    /** A stream that does not end, and what belongs to Spring. */
    private static final List<String> LEFT_OUT = List.of("/desk/stream", "/error");

    /** Where Spring keeps what the next page is to say. */
    private static final String FLASH = "org.springframework.web.servlet.support.SessionFlashMapManager.FLASH_MAPS";

    private static final Pattern CHOICES = Pattern.compile("\\{(\\w+):([\\w-]+)\\|[^}]*}");

    private static final Pattern REST = Pattern.compile("\\{(\\w+)[^/]*}");

    private static final UUID UNKNOWN = UUID.fromString("00000000-0000-8000-8000-000000000000");

    @Autowired
    MockMvc mvc;

    @Autowired
    TestDistrict district;

    @Autowired
    Storehouse house;

    @Autowired
    ThingsOfTheMatrix things;

    @Autowired
    Accounts accounts;

    @Autowired
    Forms forms;

    @Autowired
    Orders orders;

    @Autowired
    Registry registry;

    @Autowired
    MemberUnits units;

    @Autowired
    UnitDesks desks;

    @Autowired
    UnitRequests requests;

    @Autowired
    DistrictClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;

    private record Address(HttpMethod method, String pattern, HandlerMethod handler) {

        /** As it stands in the table, where a bar between choices would end the cell. */
        private String title() {
            return method + " " + pattern.replace("|", "\\|");
        }

        /** The first of the choices that the address names for a part. */
        private Optional<String> choice(String part) {
            return CHOICES.matcher(pattern)
                    .results()
                    .filter(found -> found.group(1).equals(part))
                    .map(found -> found.group(2))
                    .findFirst();
        }
    }

    @BeforeEach
    void open() {
        house.open();
        things.communities();
        account("admin", Role.ADMINISTRATOR, TestDistrict.DISTRICT);
        account("auditor", Role.AUDITOR, TestDistrict.DISTRICT);
        account("protection", Role.DATA_PROTECTION, TestDistrict.DISTRICT);
        account("unit", Role.MEMBER_UNIT, TestDistrict.STREET);
        account("community", Role.COMMUNITY_WORKER, ThingsOfTheMatrix.WILLOW);
        account("next", Role.COMMUNITY_WORKER, ThingsOfTheMatrix.MAPLE);
        account("elsewhere", Role.COMMUNITY_WORKER, ThingsOfTheMatrix.PLUM);
        UUID request = request();
        things.add("/member-units/", "id", unit());
        things.add("/cooperation/", "id", request);
        things.add("/unit-desk/", "id", request);
        things.add("/tasks/", "id", task());
        things.add("/warnings/", "id", warning());
        things.add("/forms/", "id", superiorsForm());
        things.fill();
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private void account(String login, Role role, String area) {
        accounts.open(Actor.system(), NewAccount.withPassword(login, login, TestDistrict.PASSWORD));
        accounts.appoint(
                Actor.system(),
                login,
                new Post(role, area, "岗位", clock.now(), clock.now().plus(Duration.ofDays(30))));
    }

    /** A unit of the street that is under the city, with somebody at its desk. */
    private UUID unit() {
        UUID id = UUID.nameUUIDFromBytes(new byte[] {2});
        if (units.find(id, "").isEmpty()) {
            registry.addUnits(List.of(new Registry.NewUnit(
                    id,
                    "柳荫研究所",
                    "Liuyin Institute",
                    "INSTITUTE",
                    "STATIONED_UNIT",
                    TestDistrict.STREET,
                    TestDistrict.affiliated(Affiliation.CITY))));
            desks.open(district.actor("admin"), id, "unit", 30).orThrow();
        }
        return id;
    }

    private UUID request() {
        UnitRequest request = requests.draft(
                        district.actor("street"),
                        unit(),
                        new UnitRequests.Draft(
                                "请出两名讲解员", "居民想听", "联席会议决议", clock.now().plus(Duration.ofDays(7)), "街道办公室"))
                .orThrow();
        jdbc.sql("update unit_request set state = 'SENT', sent_by = 'signatory', sent_at = drafted_at where id = ?")
                .param(request.id())
                .update();
        return request.id();
    }

    private UUID task() {
        NewOrder order = new NewOrder(
                "test:matrix",
                "COUNT",
                "报独居老人数",
                "Count",
                "区预案第3条",
                "区指挥部",
                List.of(new TaskField("alone", "独居老人", "Living alone", "人")),
                4,
                false,
                TaskLevel.STREET,
                clock.now().plus(Duration.ofHours(4)),
                null);
        List<String> streets = List.of(TestDistrict.STREET);
        orders.issue(district.actor("officer"), order, streets, streets);
        return jdbc.sql("select id from task where area_path = ?")
                .param(TestDistrict.STREET)
                .query(UUID.class)
                .single();
    }

    private UUID superiorsForm() {
        byte[] file = "街镇,发热门诊就诊\n柳荫街道,\n".getBytes(StandardCharsets.UTF_8);
        Actor street = district.actor("street");
        UUID id =
                forms.keep(street, new NewForm("日报", "市指挥部", "form.csv", file)).orThrow();
        FormTemplate form = forms.find(street, id).orElseThrow();
        forms.confirm(street, form, 0, forms.sheet(form).orThrow().mapping()).orThrow();
        return id;
    }

    private UUID warning() {
        UUID id = UUID.nameUUIDFromBytes(new byte[] {1});
        jdbc.sql(
                        "insert into area_rating (id, area_path, data_day, level, computed, changed, rule, rules_version, reasons,"
                                + " lowered_by, figures, rated_at, event_id) values (:id, :area, :day, 'RED', 'RED', false, 'R', '1',"
                                + " '[]', '[]', '{}', now(), :id) on conflict do nothing")
                .param("id", id)
                .param("area", TestDistrict.STREET)
                .param("day", TestDistrict.YESTERDAY)
                .update();
        jdbc.sql("insert into warning (id, number, area_path, kind, level, area_affected, cautions, actions, issuer,"
                        + " exercise, state, rating_id, drafted_at) values (:id, '2026-001', :area, '公共卫生事件', 'RED',"
                        + " '柳荫街道', '少聚集', '通风', '东临区人民政府', false, 'PROPOSED', :id, now()) on conflict do nothing")
                .param("id", id)
                .param("area", TestDistrict.STREET)
                .update();
        return id;
    }

    private List<Address> addresses() {
        List<Address> addresses = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                info.getPatternValues().stream()
                        .filter(pattern -> !LEFT_OUT.contains(pattern) && isOurs(info, handler))
                        .forEach(pattern -> addresses.add(new Address(method.asHttpMethod(), pattern, handler)));
            }
        });
        addresses.sort((one, other) -> (one.pattern() + one.method()).compareTo(other.pattern() + other.method()));
        return addresses;
    }

    private static boolean isOurs(RequestMappingInfo info, HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith("org.tongxin.app.")
                && !handler.getBeanType().getName().contains("IT$")
                && !info.getPatternValues().isEmpty();
    }

    @Test
    void everyPostGetsTheAnswerOfTheTable() throws Exception {
        Map<String, String> posts = new LinkedHashMap<>();
        posts.put("nobody", "");
        posts.put("signatory", "signatory");
        posts.put("duty officer", "officer");
        posts.put("analyst", "analyst");
        posts.put("street", "street");
        posts.put("other street", "meixi");
        posts.put("community", "community");
        posts.put("next community", "next");
        posts.put("other community", "elsewhere");
        posts.put("reporter", "clinic");
        posts.put("administrator", "admin");
        posts.put("auditor", "auditor");
        posts.put("data protection", "protection");
        posts.put("member unit", "unit");
        for (String login : posts.values()) {
            if (!login.isEmpty()) {
                district.session(mvc, login);
            }
        }
        StringBuilder table = new StringBuilder(HEAD);
        table.append("| address | ").append(String.join(" | ", posts.keySet())).append(" |\n");
        table.append("| --- |").append(" --- |".repeat(posts.size())).append('\n');
        List<String> failures = new ArrayList<>();
        for (Address address : addresses()) {
            table.append("| `").append(address.title()).append("` |");
            for (String login : posts.values()) {
                String answer = answer(address, login);
                table.append(' ').append(answer).append(" |");
                if (answer.startsWith("FAILURE")) {
                    failures.add(address.title() + " as " + login + ": " + answer);
                }
            }
            table.append('\n');
        }
        assertThat(failures).isEmpty();
        compare(table.toString());
    }

    @Test
    void noFormIsTakenWithoutItsToken() throws Exception {
        for (Address address : addresses()) {
            boolean isForm = address.method() == HttpMethod.POST
                    && !address.pattern().startsWith("/api/")
                    && !address.pattern().startsWith("/duty/");
            if (isForm) {
                MockHttpServletRequestBuilder request = request(address).session(district.session(mvc, "officer"));
                assertThat(mvc.perform(request).andReturn().getResponse().getStatus())
                        .as(address.title())
                        .isEqualTo(403);
            }
        }
    }

    private static void compare(String table) throws IOException {
        if (Boolean.getBoolean("update")) {
            Files.writeString(TABLE, table);
        }
        assertThat(TABLE).hasContent(table);
    }

    /** Whatever the request changes is taken back, so that the next finds things as they were. */
    private String answer(Address address, String login) {
        String answer = transactions.execute(status -> {
            status.setRollbackOnly();
            try {
                MockHttpServletRequestBuilder request = request(address).with(csrf());
                if (!login.isEmpty()) {
                    MockHttpSession session = district.session(mvc, login);
                    session.removeAttribute(FLASH);
                    request.session(session);
                }
                return word(mvc.perform(request).andReturn());
            } catch (Exception broken) {
                return "FAILURE " + broken;
            }
        });
        return String.valueOf(answer);
    }

    private static String word(MvcResult result) {
        int status = result.getResponse().getStatus();
        Optional<Refusal> refusal = Optional.ofNullable(result.getFlashMap())
                .map(flash -> flash.get("refusal"))
                .or(() -> Optional.ofNullable(result.getModelAndView())
                        .map(page -> page.getModel().get("refusal")))
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast);
        String target = String.valueOf(result.getResponse().getRedirectedUrl());
        if (status >= 500) {
            return "FAILURE " + status + " " + result.getResolvedException();
        }
        if (status == 403 || refusal.filter(why -> why.code().equals("I-003")).isPresent()) {
            return "no";
        }
        if (refusal.isPresent()) {
            return refusal.get().code();
        }
        if (status == 401 || target.endsWith("/login")) {
            return "login";
        }
        return switch (status) {
            case 200 -> "page";
            case 302, 303 -> "done";
            case 404 -> "none";
            case 400, 405, 415, 422 -> "bad";
            default -> Integer.toString(status);
        };
    }

    private MockHttpServletRequestBuilder request(Address address) {
        String path = address.pattern();
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Parameter parameter : address.handler().getMethod().getParameters()) {
            PathVariable part = parameter.getAnnotation(PathVariable.class);
            RequestParam value = parameter.getAnnotation(RequestParam.class);
            if (part != null) {
                path = path.replaceFirst("\\{" + parameter.getName() + "(:[^/]*)?}+", part(address, parameter));
            } else if (value != null && Map.class.isAssignableFrom(parameter.getType())) {
                parameters.putAll(form());
            } else if (value != null && (address.method() == HttpMethod.POST || isRequired(value))) {
                parameters.put(value.name().isEmpty() ? parameter.getName() : value.name(), plausible(parameter));
            }
        }
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(address.method(), filled(address, path));
        parameters.forEach(request::param);
        if (address.pattern().startsWith("/api/") && address.method() == HttpMethod.POST) {
            request.contentType(MediaType.APPLICATION_JSON).content("{}".getBytes(StandardCharsets.UTF_8));
        }
        return request;
    }

    /** With what stands for the parts that no parameter of the handler reads, such as the token of somebody's own page. */
    private String filled(Address address, String path) {
        return REST.matcher(path)
                .replaceAll(
                        part -> things.find(address.pattern(), part.group(1)).orElse("x"));
    }

    /** The fields of the forms of supplies, which are read from one map. */
    private Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("item", Storehouse.MASK);
        form.put("area", TestDistrict.STREET);
        List.of(
                        "quantity",
                        "received",
                        "counted",
                        "perDay",
                        "price",
                        "yuan",
                        "people",
                        "leadDays",
                        "factor",
                        "minimum",
                        "target",
                        "total",
                        "arrived")
                .forEach(name -> form.put(name, "1"));
        List.of("key", "why", "name", "nameEn", "note", "code", "unit", "what", "reason", "partner", "donor", "contact")
                .forEach(name -> form.put(name, "x"));
        List.of("until", "expires", "from", "due", "back").forEach(name -> form.put(name, "2026-04-30"));
        List.of("warehouse", "place")
                .forEach(name -> form.put(name, house.warehouse().toString()));
        form.put("to", house.warehouse().toString());
        form.put("version", "1");
        return form;
    }

    private static boolean isRequired(RequestParam value) {
        return value.required() && value.defaultValue().equals(ValueConstants.DEFAULT_NONE);
    }

    private String part(Address address, Parameter parameter) {
        return things.find(address.pattern(), parameter.getName())
                .or(() -> address.choice(parameter.getName()))
                .orElseGet(() -> parameter.getType() == UUID.class ? UNKNOWN.toString() : plausible(parameter));
    }

    private static String plausible(Parameter parameter) {
        Class<?> type = parameter.getType();
        String name = parameter.getName();
        if (type.isEnum()) {
            return type.getEnumConstants()[0].toString();
        }
        if (type == UUID.class || parameter.getParameterizedType().getTypeName().endsWith("List<java.util.UUID>")) {
            return UNKNOWN.toString();
        }
        if (type == LocalDate.class || name.matches("day|dueDay|until|from|to|expires|due")) {
            return TestDistrict.TODAY.toString();
        }
        if (type == LocalDateTime.class) {
            return TestDistrict.TODAY + "T12:00";
        }
        if (type == LocalTime.class) {
            return "12:00";
        }
        boolean isNumber = type.isPrimitive() && type != boolean.class
                || Number.class.isAssignableFrom(type)
                || type == BigDecimal.class;
        if (isNumber) {
            return "1";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true";
        }
        return name.matches("(?i).*(path|area|street|place).*") ? TestDistrict.STREET : "x";
    }
}
