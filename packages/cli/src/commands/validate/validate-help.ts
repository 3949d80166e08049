/** What `slipway validate --help` says below the options. */
export const validateHelp = `
The first time:
  $ export SLIPWAY_PARTNER_PASSWORD=…      with which your endpoint expects to be called
  $ slipway validate --framework prime-assessment --endpoint http://127.0.0.1:9100 --auth basic:slipway
  It starts a platform in .slipway, makes the sandbox and shows its two customer ids with the ATS credentials for each. Give
  them to your integration; the command waits until your endpoint answers for both customers, and then runs. In a terminal it
  waits until Ctrl-C, elsewhere as long as --wait-for-partner says. The same command again uses the same sandbox, and the
  password on record when none is given.

To repeat a part while you mend it:
  $ slipway validate … --only PA-UC2-1          a requirement, a check, a scenario, or a use case such as uc2
  $ slipway validate … --failed-of RUN          what stands behind each requirement that RUN has not passed
  Such a run drives and judges that part alone. It never ends with 0: only a run of the whole pack proves a submission.

How your endpoint is called:
  --auth basic:USER        user and password (HTTP Basic)
  --auth hmac:USER         user and shared key; each call is signed with x-icims-v1-hmac-sha256
  --auth oauth:CLIENT_ID   client id and client secret; needs --token-url, and --audience or --scope where your endpoint wants them
  The password, the key or the client secret is never an argument: SLIPWAY_PARTNER_PASSWORD, --password-file, or the terminal.
  In the configuration below, "username" and "password" then stand for client id and client secret, or for user and key.

Example of a partner configuration, in which everything may be left out:
  {
    "declaration": {
      "completesTestOrders": true,
      "supportsCancel": true,
      "manifest": [{ "profileType": "person", "field": "email", "access": "read", "required": true }],
      "wordings": { "person.email": ["e-mail address"] }
    },
    "tenants": {
      "a": { "enablement": { "packageIds": ["p-100"] } },
      "b": {
        "endpoint": "http://127.0.0.1:9200",
        "authentication": { "username": "slipway-b", "passwordFile": "password-b" },
        "enablement": { "packageIds": ["lx-7"], "ipAddresses": [], "optionalFeatures": ["cancel"] }
      }
    }
  }
  Without a declaration nothing is declared: a person completes every order while the run waits, and each field that is read
  counts as undeclared.

Ends with:
  0  every required point was exercised, and none failed
  1  findings: a required point failed or was never exercised, or the preflight found a fault of configuration
  2  the command was called wrongly
  3  your endpoint, or the platform named by --platform, did not answer
  4  it could not be judged, which is our fault
  5  somebody has still to act, or the time limit was reached
  6  nothing failed of the part that --only or --failed-of selected
  130 after Ctrl-C, which cancels the run and ends what was started
`;
