package com.luckyfunatic.storage.mysql;

import io.micronaut.context.ApplicationContextConfiguration;
import io.micronaut.context.DefaultApplicationContext;
import io.micronaut.context.DefaultApplicationContextBuilder;
import io.micronaut.context.env.PropertySource;
import io.micronaut.inject.BeanDefinitionReference;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * An application context that holds the repositories of this package and nothing else.
 *
 * <p>The program around it may be a Micronaut application of its own. Its beans are on the same
 * class path and must not be made a second time here, so only what repositories need is looked at,
 * and the program's configuration is not read.
 */
@SuppressWarnings("overrides") // of methods that the framework declares in two ways
final class MySqlContext extends DefaultApplicationContext {
    private static final List<String> NEEDED =
            List.of(
                    "io.micronaut.aop.",
                    "io.micronaut.context.event.",
                    "io.micronaut.data.",
                    "io.micronaut.transaction.",
                    MySqlContext.class.getPackageName() + ".");

    private static final Map<String, Object> PROPERTIES =
            Map.of(
                    "datasources.default.dialect", "MYSQL",
                    "datasources.default.schema-generate", "NONE");

    private MySqlContext(ApplicationContextConfiguration configuration) {
        super(configuration);
    }

    /** Starts a context whose repositories work on {@code dataSource}. */
    static MySqlContext start(DataSource dataSource) {
        MySqlContext context = new MySqlContext(new Configuration());
        context.getEnvironment().addPropertySource(PropertySource.of("mysql", PROPERTIES));
        context.registerSingleton(DataSource.class, dataSource, Qualifiers.byName("default"));
        context.start();
        return context;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the method that it overrides
    protected List<BeanDefinitionReference> resolveBeanDefinitionReferences() {
        return super.resolveBeanDefinitionReferences().stream()
                .filter(bean -> NEEDED.stream().anyMatch(bean.getBeanDefinitionName()::startsWith))
                .toList();
    }

    /** Reads nothing from outside. */
    private static final class Configuration extends DefaultApplicationContextBuilder {
        Configuration() {
            deduceEnvironment(false);
            deduceCloudEnvironment(false);
            enableDefaultPropertySources(false);
            environmentPropertySource(false);
            bootstrapEnvironment(false);
            banner(false);
        }
    }
}
