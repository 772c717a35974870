package io.charter.rulebook.compile;

import org.kie.api.conf.ConfigurationKey;
import org.kie.api.conf.OptionKey;
import org.kie.api.conf.OptionsConfiguration;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;
import org.kie.internal.builder.conf.KnowledgeBuilderOption;
import org.kie.internal.builder.conf.MultiValueKieBuilderOption;
import org.kie.internal.builder.conf.PropertySpecificOption;
import org.kie.internal.builder.conf.SingleValueKieBuilderOption;

/**
 * Tells Drools that facts do not change, so that it need not find out which constraints look at which of their properties. It is all that
 * Drools asks for when it builds a network of rules that are compiled; its own configuration would load the compilers.
 */
final class WholeFacts implements KnowledgeBuilderConfiguration {

    @Override
    @SuppressWarnings("unchecked")
    public <C extends SingleValueKieBuilderOption> C getOption(OptionKey<C> key) {
        if (PropertySpecificOption.KEY.equals(key)) {
            return (C) PropertySpecificOption.DISABLED;
        }
        throw other();
    }

    private static UnsupportedOperationException other() {
        return new UnsupportedOperationException("only whether facts change is told");
    }

    @Override
    public void makeImmutable() {
        throw other();
    }

    @Override
    public <C extends KnowledgeBuilderOption> void setOption(C option) {
        throw other();
    }

    @Override
    public ClassLoader getClassLoader() {
        throw other();
    }

    @Override
    public <
                    X extends
                            OptionsConfiguration<
                                            KnowledgeBuilderOption,
                                            SingleValueKieBuilderOption,
                                            MultiValueKieBuilderOption>>
            X as(ConfigurationKey<X> key) {
        throw other();
    }

    @Override
    public boolean setProperty(String name, String value) {
        throw other();
    }

    @Override
    public String getProperty(String name) {
        throw other();
    }
}
