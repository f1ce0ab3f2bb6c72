// The page generated at build time has its script inline, which our Content-Security-Policy forbids.
SwaggerUIBundle({ url: '/openapi/funatic.yml', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null });
