package io.charter.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.definition.type.FactType;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/**
 * Drools without our language: rules in any DRL, compiled to the executable model through the public interface of Drools. For
 * tests of what Drools does by itself. Fact types stand in the package of the first file.
 */
public final class PlainDrools {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final KieBase base;
    private final String typesIn;

    private PlainDrools(KieBase base, String typesIn) {
        this.base = base;
        this.typesIn = typesIn;
    }

    /** Rule files, each with its package. */
    public static PlainDrools of(String... files) {
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("plain", "drools" + COUNT.incrementAndGet(), "1");
        KieFileSystem system = services.newKieFileSystem();
        system.generateAndWritePomXML(release);
        for (int i = 0; i < files.length; i++) {
            system.write("src/main/resources/plain/rules" + i + ".drl", files[i]);
        }
        KieBuilder builder = services.newKieBuilder(system).buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(errors.toString());
        }
        KieBase base = services.newKieContainer(release).getKieBase();
        services.getRepository().removeKieModule(release);
        return new PlainDrools(base, files[0].replaceFirst("(?s)\\s*package\\s+([\\w.]+).*", "$1"));
    }

    /** A fact; field names and their values follow each other. */
    public Object fact(String type, Object... fields) {
        try {
            FactType factType = base.getFactType(typesIn, type);
            Object fact = factType.newInstance();
            for (int i = 0; i < fields.length; i += 2) {
                factType.set(fact, (String) fields[i], fields[i + 1]);
            }
            return fact;
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type, e);
        }
    }

    public KieSession session() {
        return base.newKieSession();
    }

    /** Inserts the facts one by one, fires all rules after each, and names the rules that fired. */
    public List<String> fired(Object... facts) {
        List<String> fired = new ArrayList<>();
        KieSession session = session();
        session.addEventListener(new DefaultAgendaEventListener() {
            @Override
            public void afterMatchFired(AfterMatchFiredEvent event) {
                fired.add(event.getMatch().getRule().getName());
            }
        });
        insert(session, facts);
        session.dispose();
        return fired;
    }

    /** Inserts the facts one by one, fires all rules after each, and tells what stands of a type in the end. */
    public List<String> left(String type, Object... facts) {
        KieSession session = session();
        insert(session, facts);
        List<String> left = standing(session, type);
        session.dispose();
        return left;
    }

    /** The facts of a type in a session, as text. */
    public static List<String> standing(KieSession session, String type) {
        return session.getObjects().stream()
                .filter(fact -> fact.getClass().getSimpleName().equals(type))
                .map(Object::toString)
                .sorted()
                .toList();
    }

    private static void insert(KieSession session, Object... facts) {
        for (Object fact : facts) {
            session.insert(fact);
            session.fireAllRules();
        }
    }
}
