window.onload = () => {
  // Without the layout that has a bar with a logo: the logo brings styles of its own, which our Content-Security-Policy forbids.
  window.ui = SwaggerUIBundle({
    url: "/openapi.yaml",
    dom_id: "#swagger-ui",
    deepLinking: true,
    // Else the UI asks a service in the internet whether the document is valid.
    validatorUrl: null,
  });
};
