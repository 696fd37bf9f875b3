import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

const self = ["'self'"];

/** Headers of every answer: nothing from elsewhere, nothing inline, framed by nobody; with TLS, over TLS only for a year. */
export const safety = (secure: boolean): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: self,
      styleSrc: self,
      imgSrc: self,
      fontSrc: self,
      connectSrc: self,
      formAction: self,
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: "same-origin",
    xFrameOptions: "DENY",
    strictTransportSecurity: secure ? "max-age=31536000; includeSubDomains" : false,
  });
