package io.chatmgmt.examples.desk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Who may do what: anybody may write as a customer, and only people who have signed in see the dashboard. */
@Configuration(proxyBeanMethods = false)
class DeskSecurity {

    /** What a page may do that does not say it better itself. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Protection against forged requests stays on: the pages send the token that they find in their cookie. */
    @Bean
    SecurityFilterChain deskChain(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/chatmgmt", "/chatmgmt/**")
                        .hasAnyRole(roles())
                        .anyRequest()
                        .permitAll())
                .formLogin(form -> form.loginPage("/sign-in").defaultSuccessUrl("/chatmgmt/"))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/"))
                .exceptionHandling(problems -> problems.defaultAuthenticationEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                        PathPatternRequestMatcher.withDefaults().matcher("/chatmgmt/api/**")))
                .csrf(csrf -> csrf.spa())
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY)))
                .build();
    }

    private static String[] roles() {
        return Staff.MEMBERS.stream().map(Staff.Member::authority).toArray(String[]::new);
    }

    @Bean
    UserDetailsService deskUsers() {
        InMemoryUserDetailsManager users = new InMemoryUserDetailsManager();
        for (Staff.Member member : Staff.MEMBERS) {
            users.createUser(User.withUsername(member.user())
                    .password("{noop}" + Staff.PASSWORD)
                    .roles(member.authority())
                    .build());
        }
        return users;
    }
}
