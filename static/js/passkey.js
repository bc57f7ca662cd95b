// Makes and uses passkeys. A form says which by data-passkey="create" or "get", and where its options are by
// data-passkey-options: an address, or #id of a script element with JSON. The credential travels in the form itself.

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const readable = (keys) => (keys ?? []).map((key) => ({ ...key, id: bytes(key.id) }));

async function optionsOf(form) {
  const source = form.dataset.passkeyOptions;
  if (source.startsWith("#")) return JSON.parse(document.querySelector(source).textContent).publicKey;
  const response = await fetch(source, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`options: ${response.status}`);
  return (await response.json()).request_options.publicKey;
}

function create(options) {
  return navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: readable(options.excludeCredentials),
      // Kept by the device, and opened by the person: only such a key can stand alone.
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
    },
  });
}

function get(options) {
  return navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      allowCredentials: readable(options.allowCredentials),
      userVerification: "required",
    },
  });
}

function written(credential) {
  const answer = credential.response;
  const response = { clientDataJSON: text(answer.clientDataJSON) };
  for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (answer[name]) response[name] = text(answer[name]);
  }
  if (answer.getTransports) response.transports = answer.getTransports();
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response,
  };
}

const REASONS = { NotAllowedError: "canceled", AbortError: "canceled", InvalidStateError: "known", SecurityError: "address" };

function setUp(form) {
  const message = form.querySelector("[data-passkey-message]");
  const button = form.querySelector("button");
  const use = form.dataset.passkey === "create" ? create : get;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!form.reportValidity()) return;
    message.hidden = true;
    button.disabled = true;
    try {
      const credential = await use(await optionsOf(form));
      form.elements.credential.disabled = false;
      form.elements.credential.value = JSON.stringify(written(credential));
      form.submit();
    } catch (error) {
      message.textContent = message.dataset[REASONS[error.name] ?? "other"];
      message.hidden = false;
      button.disabled = false;
    }
  });
}

if (window.PublicKeyCredential) document.querySelectorAll("form[data-passkey]").forEach(setUp);
