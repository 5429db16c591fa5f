<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>ApprovalOffer</name>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message numerus="yes">
        <source>Approve %n draft(s)</source>
        <translation>
            <numerusform>%n Entwurf freigeben</numerusform>
            <numerusform>%n Entwürfe freigeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) approved</source>
        <translation>
            <numerusform>%n Entwurf freigegeben</numerusform>
            <numerusform>%n Entwürfe freigegeben</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody else can finalize them then. It can be undone.</source>
        <translation>Jemand anderes kann sie dann festschreiben. Es lässt sich rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>BankWords</name>
    <message>
        <source>named in the text</source>
        <translation>im Text genannt</translation>
    </message>
    <message>
        <source>the amount fits</source>
        <translation>der Betrag passt</translation>
    </message>
    <message>
        <source>paid from that account before</source>
        <translation>zahlte früher von diesem Konto</translation>
    </message>
    <message>
        <source>the payer has that name</source>
        <translation>der Zahler heißt so</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Zugeordnet</translation>
    </message>
    <message>
        <source>Not a customer&apos;s</source>
        <translation>Kein Kunde</translation>
    </message>
    <message>
        <source>Several named</source>
        <translation>Mehrere genannt</translation>
    </message>
    <message>
        <source>Paid already</source>
        <translation>Schon bezahlt</translation>
    </message>
    <message>
        <source>Other currency</source>
        <translation>Andere Währung</translation>
    </message>
    <message>
        <source>Money out</source>
        <translation>Abgang</translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation>Rückbuchung</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Nothing named</source>
        <translation>Nichts genannt</translation>
    </message>
    <message>
        <source>It names several invoices, and the amount does not say how much is for which.</source>
        <translation>Er nennt mehrere Rechnungen, und der Betrag sagt nicht, wie viel für welche ist.</translation>
    </message>
    <message>
        <source>The invoice that it names is paid, void or given up.</source>
        <translation>Was er nennt, ist bezahlt, storniert oder ausgebucht.</translation>
    </message>
    <message>
        <source>The invoice that it names is in another currency.</source>
        <translation>Was er nennt, lautet auf eine andere Währung.</translation>
    </message>
    <message>
        <source>Money went out: it pays no invoice.</source>
        <translation>Geld ging ab: Das bezahlt keine Rechnung.</translation>
    </message>
    <message>
        <source>The bank took an earlier movement back.</source>
        <translation>Die Bank nahm eine frühere Buchung zurück.</translation>
    </message>
    <message>
        <source>It was assigned, and that was undone.</source>
        <translation>Er war zugeordnet, und das wurde rückgängig gemacht.</translation>
    </message>
    <message>
        <source>It names no invoice, and an amount alone does not say who paid.</source>
        <translation>Er nennt keine Rechnung. Ein Betrag allein sagt von niemandem, dass er bezahlt hat.</translation>
    </message>
    <message>
        <source>by its reference</source>
        <translation>über die Referenz</translation>
    </message>
    <message>
        <source>by its number</source>
        <translation>über die Nummer</translation>
    </message>
    <message>
        <source>by its end-to-end id</source>
        <translation>über die Ende-zu-Ende-Referenz</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>Told again</source>
        <translation>Nochmals gemeldet</translation>
    </message>
    <message>
        <source>Duplicate?</source>
        <translation>Doppelt?</translation>
    </message>
    <message>
        <source>To be assigned</source>
        <translation>Zuzuordnen</translation>
    </message>
    <message>
        <source>Another statement has an entry of the same day and amount, and this may be the same one. It pays nothing until you say what it is.</source>
        <translation>Ein anderer Auszug hat einen Umsatz vom selben Tag über denselben Betrag, und nichts spricht dagegen, dass es dieser ist. Er zahlt nichts, bis Sie sagen, was er ist.</translation>
    </message>
    <message>
        <source>It is not the payment of the other statement. Assign it.</source>
        <translation>Er ist eine andere Zahlung als die des anderen Auszugs. Ordnen Sie ihn zu.</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>Zurückgegangen</translation>
    </message>
    <message>
        <source>The bank sent this money back.</source>
        <translation>Die Bank hat dieses Geld zurückgegeben.</translation>
    </message>
</context>
<context>
    <name>BulkWords</name>
    <message numerus="yes">
        <source>Changes: %1 and %n more.</source>
        <translation>
            <numerusform>Ändert: %1 und %n weitere.</numerusform>
            <numerusform>Ändert: %1 und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes: %1.</source>
        <translation>Ändert: %1.</translation>
    </message>
    <message>
        <source>At stake: %1.</source>
        <translation>Es geht um: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n is so already.</source>
        <translation>
            <numerusform>%n ist es bereits.</numerusform>
            <numerusform>%n sind es bereits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused: %1</source>
        <translation>
            <numerusform>%n abgelehnt: %1</numerusform>
            <numerusform>%n abgelehnt: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was so already</source>
        <translation>
            <numerusform>%n war es bereits</numerusform>
            <numerusform>%n waren es bereits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>MRR %1 → %2.</source>
        <translation>MRR %1 → %2.</translation>
    </message>
    <message>
        <source>%1 More is paid by %2, less by %3.</source>
        <translation>%1 Mehr zahlen %2, weniger %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n came since and was left as it is</source>
        <translation>
            <numerusform>%n kam seitdem hinzu und blieb, wie sie ist</numerusform>
            <numerusform>%n kamen seitdem hinzu und blieben, wie sie sind</numerusform>
        </translation>
    </message>
    <message>
        <source>too many to be undone</source>
        <translation>zu viele, um es rückgängig zu machen</translation>
    </message>
    <message numerus="yes">
        <source>%1 stays with %n: %2</source>
        <translation>
            <numerusform>%1 bleibt bei %n: %2</numerusform>
            <numerusform>%1 bleibt bei %n: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BusinessWords</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>added</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfällt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
</context>
<context>
    <name>ChangeWords</name>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Payment method</source>
        <translation>Zahlungsart</translation>
    </message>
    <message>
        <source>Payment attempt</source>
        <translation>Zahlungsversuch</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>Bank assignment</source>
        <translation>Bankzuordnung</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Zurückhalten</translation>
    </message>
    <message>
        <source>Dunning</source>
        <translation>Mahnwesen</translation>
    </message>
    <message>
        <source>Time to pay</source>
        <translation>Zahlungsaufschub</translation>
    </message>
    <message>
        <source>Link for the customer</source>
        <translation>Link für den Kunden</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Suppressed address</source>
        <translation>Gesperrte Adresse</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Status before</source>
        <translation>Status davor</translation>
    </message>
    <message>
        <source>Reason of the status</source>
        <translation>Grund des Status</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Onboarded</source>
        <translation>Eingeführt</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Version of the plan</source>
        <translation>Version des Tarifs</translation>
    </message>
    <message>
        <source>Status of the subscription</source>
        <translation>Status des Abonnements</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>Date format</source>
        <translation>Datumsformat</translation>
    </message>
    <message>
        <source>Founded on</source>
        <translation>Gegründet am</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Additional name</source>
        <translation>Weiterer Name</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Stellung</translation>
    </message>
    <message>
        <source>E-mail verified</source>
        <translation>E-Mail bestätigt</translation>
    </message>
    <message>
        <source>Signs in by</source>
        <translation>Meldet sich an über</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>Externe ID</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Last login</source>
        <translation>Letzte Anmeldung</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Assigned by</source>
        <translation>Zugewiesen von</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Zugewiesen</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Above it</source>
        <translation>Darüber</translation>
    </message>
    <message>
        <source>Roles allowed</source>
        <translation>Erlaubte Rollen</translation>
    </message>
    <message>
        <source>First role</source>
        <translation>Erste Rolle</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Stammt von</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Contract price</source>
        <translation>Vertragspreis</translation>
    </message>
    <message>
        <source>Anchor</source>
        <translation>Anker</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Period from</source>
        <translation>Zeitraum ab</translation>
    </message>
    <message>
        <source>Period to</source>
        <translation>Zeitraum bis</translation>
    </message>
    <message>
        <source>Trial ends</source>
        <translation>Test endet</translation>
    </message>
    <message>
        <source>Reminded of the trial&apos;s end</source>
        <translation>An das Testende erinnert</translation>
    </message>
    <message>
        <source>Renews by itself</source>
        <translation>Verlängert sich selbst</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Vorgemerkt</translation>
    </message>
    <message>
        <source>What is scheduled</source>
        <translation>Was vorgemerkt ist</translation>
    </message>
    <message>
        <source>Next invoice</source>
        <translation>Nächste Rechnung</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>Eingelöst</translation>
    </message>
    <message>
        <source>From period</source>
        <translation>Ab Zeitraum</translation>
    </message>
    <message>
        <source>To period</source>
        <translation>Bis Zeitraum</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>From the balance</source>
        <translation>Vom Guthaben</translation>
    </message>
    <message>
        <source>Credited</source>
        <translation>Gutgeschrieben</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>Ausgebucht</translation>
    </message>
    <message>
        <source>Amount due</source>
        <translation>Offener Betrag</translation>
    </message>
    <message>
        <source>Reverse charge</source>
        <translation>Steuerschuldumkehr</translation>
    </message>
    <message>
        <source>Customer as printed</source>
        <translation>Kunde wie gedruckt</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>Ausgestellt am</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Fällig am</translation>
    </message>
    <message>
        <source>Finalized</source>
        <translation>Festgeschrieben</translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation>Bezahlt um</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Reason of the hold</source>
        <translation>Grund des Zurückhaltens</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Decline code</source>
        <translation>Ablehnungscode</translation>
    </message>
    <message>
        <source>Decline class</source>
        <translation>Art der Ablehnung</translation>
    </message>
    <message>
        <source>Reference of the provider</source>
        <translation>Referenz des Anbieters</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Eingegangen</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Gutschrift</translation>
    </message>
    <message>
        <source>Bank entry</source>
        <translation>Bankbuchung</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Zurückgehalten von</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Released by</source>
        <translation>Freigegeben von</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Next act</source>
        <translation>Nächste Handlung</translation>
    </message>
    <message>
        <source>Next act at</source>
        <translation>Nächste Handlung um</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Eröffnet</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Eingebracht</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Until (instant)</source>
        <translation>Bis (Zeitpunkt)</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>Gewährt von</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Gewährt</translation>
    </message>
    <message>
        <source>Taken back by</source>
        <translation>Zurückgenommen von</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Erstellt von</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Freigegeben von</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1: entered</source>
        <translation>%1: angelegt</translation>
    </message>
    <message>
        <source>%1: removed</source>
        <translation>%1: entfernt</translation>
    </message>
    <message>
        <source>%1: changed</source>
        <translation>%1: geändert</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Payment method at the provider&apos;s page</source>
        <translation>Zahlungsart auf der Seite des Anbieters</translation>
    </message>
    <message>
        <source>Customer at the provider</source>
        <translation>Kunde beim Anbieter</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Payer at the provider</source>
        <translation>Zahler beim Anbieter</translation>
    </message>
    <message>
        <source>Page of the provider</source>
        <translation>Seite des Anbieters</translation>
    </message>
    <message>
        <source>Reminded of the end of period no.</source>
        <translation>Erinnert an das Ende des Zeitraums Nr.</translation>
    </message>
    <message>
        <source>Moved at the provider without us</source>
        <translation>Ohne uns beim Anbieter bewegt</translation>
    </message>
    <message>
        <source>Charge at the provider</source>
        <translation>Belastung beim Anbieter</translation>
    </message>
    <message>
        <source>The provider says</source>
        <translation>Der Anbieter sagt</translation>
    </message>
    <message>
        <source>Money taken from us</source>
        <translation>Geld uns entzogen</translation>
    </message>
    <message>
        <source>Booked as</source>
        <translation>Gebucht als</translation>
    </message>
    <message>
        <source>Left out of billing</source>
        <translation>Von der Abrechnung ausgelassen</translation>
    </message>
    <message>
        <source>Limits of the contract</source>
        <translation>Limits des Vertrags</translation>
    </message>
    <message>
        <source>In place of another invoice</source>
        <translation>Anstelle einer anderen Rechnung</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Vereinbart</translation>
    </message>
    <message>
        <source>Contradicted</source>
        <translation>Widersprochen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Asked so often</source>
        <translation>So oft gefragt</translation>
    </message>
    <message>
        <source>Read at the provider</source>
        <translation>Beim Anbieter gelesen</translation>
    </message>
    <message>
        <source>Forgotten so often</source>
        <translation>So oft vergessen</translation>
    </message>
    <message>
        <source>Forgotten because</source>
        <translation>Vergessen, weil</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Gesagt</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>Zeiträume</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Redemptions at most</source>
        <translation>Einlösungen höchstens</translation>
    </message>
    <message>
        <source>Add-ons</source>
        <translation>Add-ons</translation>
    </message>
    <message>
        <source>Add-on</source>
        <translation>Add-on</translation>
    </message>
    <message>
        <source>Look at a finding</source>
        <translation>Prüfung einer Auffälligkeit</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Auffälligkeit</translation>
    </message>
    <message>
        <source>Reviewed by</source>
        <translation>Geprüft von</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Geprüft</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>No figures.</source>
        <translation>Keine Zahlen.</translation>
    </message>
    <message>
        <source>The last %1 of %2: %3</source>
        <translation>Die letzten %1 von %2: %3</translation>
    </message>
    <message>
        <source>%1tn</source>
        <translation>%1&#xa0;Bio.</translation>
    </message>
    <message>
        <source>%1bn</source>
        <translation>%1&#xa0;Mrd.</translation>
    </message>
    <message>
        <source>%1M</source>
        <translation>%1&#xa0;Mio.</translation>
    </message>
    <message>
        <source>%1k</source>
        <translation>%1&#xa0;Tsd.</translation>
    </message>
    <message>
        <source>%1: from %2 to %3, between %4 and %5</source>
        <translation>%1: von %2 auf %3, zwischen %4 und %5</translation>
    </message>
</context>
<context>
    <name>ContradictionOffers</name>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message numerus="yes">
        <source>Ask again about %n contradiction(s)</source>
        <translation>
            <numerusform>Nach %n Widerspruch erneut fragen</numerusform>
            <numerusform>Nach %n Widersprüchen erneut fragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contradiction(s) asked about again</source>
        <translation>
            <numerusform>Nach %n Widerspruch wird erneut gefragt</numerusform>
            <numerusform>Nach %n Widersprüchen wird erneut gefragt</numerusform>
        </translation>
    </message>
    <message>
        <source>Do this once it is put right at the provider. A worker asks at once; what still contradicts comes back here.</source>
        <translation>Erst wenn beim Anbieter behoben ist, was nicht stimmte. Dann wird sofort gefragt; was weiter widerspricht, steht wieder hier.</translation>
    </message>
    <message>
        <source>Was carried out</source>
        <translation>Wurde ausgeführt</translation>
    </message>
    <message numerus="yes">
        <source>Settle %n contradiction(s) as carried out</source>
        <translation>
            <numerusform>%n Widerspruch als ausgeführt abschließen</numerusform>
            <numerusform>%n Widersprüche als ausgeführt abschließen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contradiction(s) settled as carried out</source>
        <translation>
            <numerusform>%n Widerspruch als ausgeführt abgeschlossen</numerusform>
            <numerusform>%n Widersprüche als ausgeführt abgeschlossen</numerusform>
        </translation>
    </message>
    <message>
        <source>You saw at the provider that exactly this amount was charged or given back: it is booked, and the invoice is paid or credited.</source>
        <translation>Beim Anbieter steht, dass genau dieser Betrag eingezogen oder erstattet wurde: Er wird gebucht, die Rechnung ist bezahlt oder gutgeschrieben.</translation>
    </message>
    <message>
        <source>Was not carried out</source>
        <translation>Nicht ausgeführt</translation>
    </message>
    <message numerus="yes">
        <source>Settle %n contradiction(s) as not carried out</source>
        <translation>
            <numerusform>%n Widerspruch als nicht ausgeführt abschließen</numerusform>
            <numerusform>%n Widersprüche als nicht ausgeführt abschließen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contradiction(s) settled as not carried out</source>
        <translation>
            <numerusform>%n Widerspruch als nicht ausgeführt abgeschlossen</numerusform>
            <numerusform>%n Widersprüche als nicht ausgeführt abgeschlossen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) booked</source>
        <translation>
            <numerusform>%n Fund gebucht</numerusform>
            <numerusform>%n Funde gebucht</numerusform>
        </translation>
    </message>
    <message>
        <source>As our refund, with a credit note</source>
        <translation>Als unsere Erstattung, mit Gutschrift</translation>
    </message>
    <message>
        <source>The money went back to the payer: the invoice is credited with it. The provider is asked for nothing.</source>
        <translation>Das Geld ging an den Zahler zurück: Die Rechnung wird damit gutgeschrieben. Vom Anbieter wird nichts verlangt.</translation>
    </message>
    <message>
        <source>The invoice is due again</source>
        <translation>Die Rechnung ist wieder fällig</translation>
    </message>
    <message>
        <source>As a loss</source>
        <translation>Als Verlust</translation>
    </message>
    <message>
        <source>The payment is taken back in the books, and what is due then is written off.</source>
        <translation>Die Zahlung wird in den Büchern zurückgenommen, und was dann fällig ist, wird abgeschrieben.</translation>
    </message>
    <message>
        <source>To the customer&apos;s balance</source>
        <translation>Zum Guthaben des Kunden</translation>
    </message>
    <message>
        <source>The second charge is the customer&apos;s money with us. It pays at once what is open.</source>
        <translation>Die zweite Belastung ist Geld des Kunden bei uns. Es bezahlt sofort, was offen ist.</translation>
    </message>
    <message>
        <source>Give it back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>The provider is asked to give the second charge back to the payer. No book changes.</source>
        <translation>Der Anbieter wird gebeten, dem Zahler die zweite Belastung zu erstatten. Kein Buch ändert sich.</translation>
    </message>
    <message>
        <source>Paid out of the customer&apos;s balance</source>
        <translation>Aus dem Guthaben des Kunden ausgezahlt</translation>
    </message>
    <message>
        <source>What we owed the customer was paid by it: the balance is lowered.</source>
        <translation>Damit wurde bezahlt, was wir dem Kunden schuldeten: Das Guthaben sinkt.</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Buchen</translation>
    </message>
    <message numerus="yes">
        <source>Book %n finding(s)</source>
        <translation>
            <numerusform>%n Fund buchen</numerusform>
            <numerusform>%n Funde buchen</numerusform>
        </translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>You saw at the provider that nothing was charged, given back or set up, or that what it did without us does not concern the books. What is due is charged anew, a refund has failed, and nothing of what it did is booked; money that did move would then be missing in the books.</source>
        <translation>Sie haben beim Anbieter gesehen, dass nichts belastet, erstattet oder eingerichtet wurde, oder dass das, was er ohne uns tat, die Bücher nicht betrifft. Was fällig ist, wird neu belastet, eine Erstattung ist gescheitert, und nichts von dem, was er tat, wird gebucht; Geld, das sich doch bewegt hat, fehlte dann in den Büchern.</translation>
    </message>
    <message>
        <source>The payment is taken back in the books, and the invoice is dunned by the policy. So is what the balance paid with it since, as far as the balance lacks it. The contested card is not charged by itself.</source>
        <translation>Die Zahlung wird in den Büchern zurückgenommen und die Rechnung nach der Regel gemahnt. Ebenso, was das Guthaben seither damit bezahlt hat, soweit es dem Guthaben fehlt. Die angefochtene Karte wird nicht von selbst belastet.</translation>
    </message>
    <message>
        <source>Lost, and nobody owes it again</source>
        <translation>Verloren, und niemand schuldet es wieder</translation>
    </message>
    <message>
        <source>What the provider took is our loss. Invoices stay paid and balances as they are.</source>
        <translation>Was der Anbieter genommen hat, ist unser Verlust. Rechnungen bleiben bezahlt und Guthaben, wie sie sind.</translation>
    </message>
    <message>
        <source>The provider took %1, but %2 was paid in %3: find there how much of the payment that is.</source>
        <translation>Der Anbieter hat %1 genommen, aber %2 wurde in %3 bezahlt: Suchen Sie dort, wie viel der Zahlung das ist.</translation>
    </message>
    <message>
        <source>How much of the payment</source>
        <translation>Wie viel der Zahlung</translation>
    </message>
</context>
<context>
    <name>ContradictionWords</name>
    <message>
        <source>another amount</source>
        <translation>anderer Betrag</translation>
    </message>
    <message>
        <source>It was another amount or currency than we asked for.</source>
        <translation>Es war ein anderer Betrag oder eine andere Währung, als wir verlangt haben.</translation>
    </message>
    <message>
        <source>another request</source>
        <translation>anderer Auftrag</translation>
    </message>
    <message>
        <source>Something else was asked for under the key of this request.</source>
        <translation>Unter dem Schlüssel dieses Auftrags wurde etwas anderes verlangt.</translation>
    </message>
    <message>
        <source>no such payer</source>
        <translation>Zahler unbekannt</translation>
    </message>
    <message>
        <source>There is no such payer: it was deleted there, or our key belongs to another account.</source>
        <translation>Diesen Zahler gibt es dort nicht: Er wurde gelöscht, oder unser Schlüssel gehört zu einem anderen Konto.</translation>
    </message>
    <message>
        <source>another payer</source>
        <translation>anderer Zahler</translation>
    </message>
    <message>
        <source>The page that we opened belongs to another payer.</source>
        <translation>Die Seite, die wir geöffnet haben, gehört zu einem anderen Zahler.</translation>
    </message>
    <message>
        <source>no such page</source>
        <translation>Seite unbekannt</translation>
    </message>
    <message>
        <source>There is no such page: our key may be of another account by now.</source>
        <translation>Diese Seite gibt es dort nicht: Unser Schlüssel gehört womöglich inzwischen zu einem anderen Konto.</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Einzug</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>Payment method</source>
        <translation>Zahlungsart</translation>
    </message>
    <message>
        <source>We asked for %1 to pay %2. It counts as unknown: the invoice stays open, and nothing else is charged for it.</source>
        <translation>Wir haben %1 für %2 verlangt. Der Ausgang gilt als unbekannt: Die Rechnung bleibt offen, und sonst wird nichts dafür eingezogen.</translation>
    </message>
    <message>
        <source>We asked to give back %1 of %2. It counts as unknown: no credit note is made.</source>
        <translation>Wir haben verlangt, %1 von %2 zu erstatten. Der Ausgang gilt als unbekannt: Es entsteht keine Gutschrift.</translation>
    </message>
    <message>
        <source>We sent the customer to the provider&apos;s page to enter a payment method. None came back from it.</source>
        <translation>Wir haben den Kunden auf eine Seite des Anbieters geleitet, um eine Zahlungsart einzugeben. Von dort wurde keine übernommen.</translation>
    </message>
    <message>
        <source>The customer is at another page by now.</source>
        <translation>Der Kunde ist inzwischen auf einer anderen Seite.</translation>
    </message>
    <message>
        <source>It answers “%1” to what we asked for.</source>
        <translation>Die Antwort auf unseren Auftrag ist „%1“.</translation>
    </message>
    <message>
        <source>Find it at the provider by the id below. Put right there what you can and ask again, or settle it: the customer can start over at any time.</source>
        <translation>Suchen Sie es beim Anbieter nach der Kennung. Beheben Sie dort, was sich beheben lässt, und fragen Sie erneut, oder schließen Sie es ab: Der Kunde kann jederzeit neu beginnen.</translation>
    </message>
    <message>
        <source>Find it at the provider by its ids. Put right there what you can and ask again, or settle it as you see it there. If another amount moved, give that back there first: then nothing was carried out.</source>
        <translation>Suchen Sie es beim Anbieter nach den Kennungen. Beheben Sie dort, was sich beheben lässt, und fragen Sie erneut, oder schließen Sie es ab, wie Sie es dort sehen. Ist ein anderer Betrag geflossen, erstatten Sie ihn zuerst dort: Dann wurde nichts ausgeführt.</translation>
    </message>
    <message>
        <source>needs an answer</source>
        <translation>braucht eine Antwort</translation>
    </message>
    <message>
        <source>The payer contests this charge, and the bank waits for our answer.</source>
        <translation>Der Zahler ficht diese Belastung an, und die Bank wartet auf unsere Antwort.</translation>
    </message>
    <message>
        <source>under review</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>The payer contests this charge, and the bank looks at what we answered.</source>
        <translation>Der Zahler ficht diese Belastung an, und die Bank prüft unsere Antwort.</translation>
    </message>
    <message>
        <source>The bank asks about this charge before the payer contests it.</source>
        <translation>Die Bank fragt nach dieser Belastung, bevor der Zahler sie anficht.</translation>
    </message>
    <message>
        <source>The bank asked about this charge, and looks at what we answered.</source>
        <translation>Die Bank hat nach dieser Belastung gefragt und prüft unsere Antwort.</translation>
    </message>
    <message>
        <source>dispute lost</source>
        <translation>Anfechtung verloren</translation>
    </message>
    <message>
        <source>The payer contested this charge and was given the money back.</source>
        <translation>Der Zahler hat diese Belastung angefochten und das Geld zurückbekommen.</translation>
    </message>
    <message>
        <source>refunded there</source>
        <translation>dort erstattet</translation>
    </message>
    <message>
        <source>This was given back to the payer there; nobody asked for it here.</source>
        <translation>Das wurde dem Zahler dort erstattet; hier hat es niemand verlangt.</translation>
    </message>
    <message>
        <source>charged twice</source>
        <translation>doppelt belastet</translation>
    </message>
    <message>
        <source>This was charged there beside what we asked for.</source>
        <translation>Das wurde dort neben dem belastet, was wir verlangt haben.</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>Anfechtung</translation>
    </message>
    <message>
        <source>Second charge</source>
        <translation>Zweite Belastung</translation>
    </message>
    <message>
        <source>%1 of what paid %2 is contested. For us it is paid.</source>
        <translation>%1 von dem, was %2 bezahlt hat, ist angefochten. Für uns ist sie bezahlt.</translation>
    </message>
    <message>
        <source>The reason given is “%1”.</source>
        <translation>Als Grund ist „%1“ angegeben.</translation>
    </message>
    <message>
        <source>The money was taken from us.</source>
        <translation>Das Geld wurde uns entzogen.</translation>
    </message>
    <message>
        <source>Our books know of no refund of %1 for %2: there is no credit note.</source>
        <translation>Unsere Bücher kennen keine Erstattung von %1 für %2: Es gibt keine Gutschrift.</translation>
    </message>
    <message>
        <source>Our books know nothing of %1: %2 was charged once.</source>
        <translation>Unsere Bücher wissen nichts von %1: %2 wurde einmal belastet.</translation>
    </message>
    <message>
        <source>Answer it at the provider under the id below. Once it is won it leaves this list, and what was booked for it is booked back.</source>
        <translation>Beantworten Sie sie beim Anbieter anhand der ID unten. Ist sie gewonnen, verschwindet sie hier von selbst, und was von ihr gebucht war, wird zurückgebucht.</translation>
    </message>
    <message>
        <source>Find it at the provider by the id below, then book it. What does not concern the books can be settled as not carried out.</source>
        <translation>Suchen Sie es beim Anbieter anhand der ID unten, dann buchen Sie es. Was die Bücher nicht betrifft, kann als nicht ausgeführt beendet werden.</translation>
    </message>
    <message>
        <source>This is on its way back to the payer there; nobody asked for it here.</source>
        <translation>Das ist dort auf dem Weg zurück zum Zahler; hier hat es niemand verlangt.</translation>
    </message>
    <message>
        <source>It says “%1” of this charge.</source>
        <translation>Er sagt „%1“ zu dieser Belastung.</translation>
    </message>
    <message>
        <source>inquiry</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>inquiry answered</source>
        <translation>Anfrage beantwortet</translation>
    </message>
    <message>
        <source>refund pending</source>
        <translation>wird erstattet</translation>
    </message>
    <message>
        <source>Refund there</source>
        <translation>Erstattung dort</translation>
    </message>
</context>
<context>
    <name>DismissOffers</name>
    <message>
        <source>Not a customer&apos;s</source>
        <translation>Kein Kunde</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies): not a customer&apos;s</source>
        <translation>
            <numerusform>%n Umsatz: kein Kunde</numerusform>
            <numerusform>%n Umsätze: kein Kunde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) dismissed</source>
        <translation>
            <numerusform>%n Umsatz ausgeschieden</numerusform>
            <numerusform>%n Umsätze ausgeschieden</numerusform>
        </translation>
    </message>
    <message>
        <source>They wait no more and pay nothing. It can be undone.</source>
        <translation>Sie warten nicht mehr und bezahlen nichts. Es lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Let it wait again</source>
        <translation>Wieder warten lassen</translation>
    </message>
    <message numerus="yes">
        <source>Let %n entry(ies) wait again</source>
        <translation>
            <numerusform>%n Umsatz wieder warten lassen</numerusform>
            <numerusform>%n Umsätze wieder warten lassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) wait again</source>
        <translation>
            <numerusform>%n Umsatz wartet wieder</numerusform>
            <numerusform>%n Umsätze warten wieder</numerusform>
        </translation>
    </message>
    <message>
        <source>What was dismissed or set aside waits for somebody again. It can be undone.</source>
        <translation>Was verworfen oder beiseitegelegt wurde, wartet wieder auf jemanden. Es lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Another payment</source>
        <translation>Andere Zahlung</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies): another payment</source>
        <translation>
            <numerusform>%n Umsatz: eine andere Zahlung</numerusform>
            <numerusform>%n Umsätze: andere Zahlungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) can be assigned</source>
        <translation>
            <numerusform>%n Umsatz kann zugeordnet werden</numerusform>
            <numerusform>%n Umsätze können zugeordnet werden</numerusform>
        </translation>
    </message>
    <message>
        <source>Another statement has one that looks the same. These are payments of their own and can be assigned. It can be undone.</source>
        <translation>Ein anderer Auszug hat einen, der genauso aussieht. Diese sind eigene Zahlungen und können zugeordnet werden. Es lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>The same, told again</source>
        <translation>Derselbe nochmals</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies): the same, told again</source>
        <translation>
            <numerusform>%n Umsatz: derselbe nochmals</numerusform>
            <numerusform>%n Umsätze: dieselben nochmals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) set aside</source>
        <translation>
            <numerusform>%n Umsatz beiseitegelegt</numerusform>
            <numerusform>%n Umsätze beiseitegelegt</numerusform>
        </translation>
    </message>
    <message>
        <source>The money came once, by another statement. These pay nothing. It can be undone.</source>
        <translation>Das Geld kam einmal, mit einem anderen Auszug. Diese zahlen nichts. Es lässt sich rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>Dunning</name>
    <message>
        <source>Insufficient funds</source>
        <translation>Konto nicht gedeckt</translation>
    </message>
    <message>
        <source>Not honored by the bank</source>
        <translation>Von der Bank abgelehnt</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Bank not reachable</source>
        <translation>Bank nicht erreichbar</translation>
    </message>
    <message>
        <source>Processing error</source>
        <translation>Fehler bei der Verarbeitung</translation>
    </message>
    <message>
        <source>Limit exceeded</source>
        <translation>Limit überschritten</translation>
    </message>
    <message>
        <source>Authentication needed</source>
        <translation>Bestätigung nötig</translation>
    </message>
    <message>
        <source>Card expired</source>
        <translation>Karte abgelaufen</translation>
    </message>
    <message>
        <source>Card reported lost</source>
        <translation>Karte verloren gemeldet</translation>
    </message>
    <message>
        <source>Card reported stolen</source>
        <translation>Karte gestohlen gemeldet</translation>
    </message>
    <message>
        <source>Card withdrawn</source>
        <translation>Karte eingezogen</translation>
    </message>
    <message>
        <source>Card number wrong</source>
        <translation>Kartennummer falsch</translation>
    </message>
    <message>
        <source>Suspected fraud</source>
        <translation>Verdacht auf Betrug</translation>
    </message>
    <message>
        <source>Payment stopped by the customer</source>
        <translation>Zahlung vom Kunden gestoppt</translation>
    </message>
    <message>
        <source>Authorization withdrawn</source>
        <translation>Ermächtigung widerrufen</translation>
    </message>
    <message>
        <source>Failed, retrying</source>
        <translation>Versuch folgt</translation>
    </message>
    <message>
        <source>No try left</source>
        <translation>Ohne Versuch</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Extended</source>
        <translation>Aufgeschoben</translation>
    </message>
    <message>
        <source>To be decided</source>
        <translation>Zu entscheiden</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>Nicht versucht</translation>
    </message>
    <message>
        <source>May succeed later</source>
        <translation>Später möglich</translation>
    </message>
    <message>
        <source>For good</source>
        <translation>Endgültig</translation>
    </message>
    <message>
        <source>Customer must act</source>
        <translation>Kunde muss handeln</translation>
    </message>
    <message>
        <source>Not paid when due</source>
        <translation>Fällig, nicht bezahlt</translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation>Nichts geplant</translation>
    </message>
    <message>
        <source>Past due</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Suspends</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Final step</source>
        <translation>Letzter Schritt</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>Läuft weiter</translation>
    </message>
    <message>
        <source>Being tried</source>
        <translation>Wird versucht</translation>
    </message>
    <message>
        <source>%1 now</source>
        <translation>%1 jetzt</translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>%1 heute</translation>
    </message>
</context>
<context>
    <name>DunningOffers</name>
    <message>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message numerus="yes">
        <source>Retry %n payment(s)</source>
        <translation>
            <numerusform>%n Zahlung erneut versuchen</numerusform>
            <numerusform>%n Zahlungen erneut versuchen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) being tried</source>
        <translation>
            <numerusform>%n Zahlung wird versucht</numerusform>
            <numerusform>%n Zahlungen werden versucht</numerusform>
        </translation>
    </message>
    <message>
        <source>The payment method in force is charged once more, at once. The planned tries stay as they are.</source>
        <translation>Das gültige Zahlungsmittel wird sofort noch einmal belastet. Die geplanten Versuche bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Aufschieben</translation>
    </message>
    <message numerus="yes">
        <source>Give %n customer(s) time</source>
        <translation>
            <numerusform>%n Kunden Zeit geben</numerusform>
            <numerusform>%n Kunden Zeit geben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) extended</source>
        <translation>
            <numerusform>%n Fall aufgeschoben</numerusform>
            <numerusform>%n Fälle aufgeschoben</numerusform>
        </translation>
    </message>
    <message>
        <source>Until then nothing is tried or suspended, and every step comes that much later. It can be undone.</source>
        <translation>Bis dahin wird von selbst nichts versucht oder gesperrt, und was bevorstand, kommt um so viel später. Das kann rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
</context>
<context>
    <name>EndingBulk</name>
    <message>
        <source>Ending subscriptions</source>
        <translation>Abonnements werden beendet</translation>
    </message>
</context>
<context>
    <name>FailedRows</name>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>A name is needed</source>
        <translation>Ein Name ist nötig</translation>
    </message>
    <message>
        <source>An e-mail address like ann@example.com</source>
        <translation>Eine E-Mail-Adresse wie anna@example.com</translation>
    </message>
    <message>
        <source>A country, or its two letters such as DE</source>
        <translation>Ein Land oder seine zwei Buchstaben wie DE</translation>
    </message>
    <message>
        <source>A currency, or its three letters such as EUR</source>
        <translation>Eine Währung oder ihre drei Buchstaben wie EUR</translation>
    </message>
    <message>
        <source>A time zone such as Europe/Berlin</source>
        <translation>Eine Zeitzone wie Europe/Berlin</translation>
    </message>
    <message>
        <source>No day of the calendar</source>
        <translation>Kein Tag des Kalenders</translation>
    </message>
    <message>
        <source>A whole number, 0 or more</source>
        <translation>Eine ganze Zahl, mindestens 0</translation>
    </message>
    <message>
        <source>A language, or its tag such as en</source>
        <translation>Eine Sprache oder ihr Kürzel wie de</translation>
    </message>
    <message>
        <source>A telephone number like +49 30 1234567, with 3 to 20 digits</source>
        <translation>Eine Telefonnummer wie +49 30 1234567, mit 3 bis 20 Ziffern</translation>
    </message>
    <message>
        <source>A web address like https://example.com</source>
        <translation>Eine Webadresse wie https://example.com</translation>
    </message>
    <message>
        <source>No VAT id of that country: its form or check digits differ</source>
        <translation>Keine USt-IdNr. dieses Landes: Form oder Prüfziffern stimmen nicht</translation>
    </message>
    <message>
        <source>Is in this team already</source>
        <translation>Ist schon in diesem Team</translation>
    </message>
    <message>
        <source>A day that is not over</source>
        <translation>Ein Tag, der nicht vorbei ist</translation>
    </message>
    <message>
        <source>This team is not there any more</source>
        <translation>Dieses Team gibt es nicht mehr</translation>
    </message>
    <message>
        <source>This team does not allow that role</source>
        <translation>Dieses Team lässt diese Rolle nicht zu</translation>
    </message>
    <message>
        <source>It changes at the end of a period: “Change subscription…”</source>
        <translation>Sie ändert sich am Ende eines Zeitraums: „Abonnement ändern…“</translation>
    </message>
</context>
<context>
    <name>FinalizeOffer</name>
    <message>
        <source>Finalize</source>
        <translation>Festschreiben</translation>
    </message>
    <message numerus="yes">
        <source>Finalize %n draft(s)</source>
        <translation>
            <numerusform>%n Entwurf festschreiben</numerusform>
            <numerusform>%n Entwürfe festschreiben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) finalized</source>
        <translation>
            <numerusform>%n Rechnung festgeschrieben</numerusform>
            <numerusform>%n Rechnungen festgeschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Each gets its number, goes to its customer and is collected. A final invoice cannot be changed, only credited.</source>
        <translation>Jede bekommt ihre Nummer, geht an den Kunden und wird eingezogen. Eine festgeschriebene Rechnung kann nicht geändert, nur gutgeschrieben werden.</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>First invoice</source>
        <translation>Erste Rechnung</translation>
    </message>
    <message>
        <source>Usage %1</source>
        <translation>Verbrauch %1</translation>
    </message>
    <message>
        <source>Total %1</source>
        <translation>Summe %1</translation>
    </message>
    <message>
        <source>No %1</source>
        <translation>Ohne %1</translation>
    </message>
    <message>
        <source>Usage differs a lot</source>
        <translation>Verbrauch weicht stark ab</translation>
    </message>
    <message>
        <source>Total differs a lot</source>
        <translation>Summe weicht stark ab</translation>
    </message>
    <message>
        <source>known state or province</source>
        <translation>bekanntes Bundesland</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>vor %n min</numerusform>
            <numerusform>vor %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>vor %n h</numerusform>
            <numerusform>vor %n h</numerusform>
        </translation>
    </message>
    <message>
        <source>in a moment</source>
        <translation>gleich</translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>in %n min</numerusform>
            <numerusform>in %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation>
            <numerusform>in %n h</numerusform>
            <numerusform>in %n h</numerusform>
        </translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>Stand %1.</translation>
    </message>
</context>
<context>
    <name>GapWords</name>
    <message>
        <source>Two statements of %1 overlap.</source>
        <translation>Zwei Auszüge von %1 überschneiden sich.</translation>
    </message>
    <message>
        <source>A statement of %1 is missing.</source>
        <translation>Ein Auszug von %1 fehlt.</translation>
    </message>
    <message>
        <source>Statement number %2 of %1 is missing.</source>
        <translation>Auszug Nummer %2 von %1 fehlt.</translation>
    </message>
    <message>
        <source>Statements number %2 to %3 of %1 are missing.</source>
        <translation>Die Auszüge Nummer %2 bis %3 von %1 fehlen.</translation>
    </message>
    <message>
        <source>%1 closes on %2 with %3, %4 opens on %5 with %6: %7 apart.</source>
        <translation>%1 schließt am %2 mit %3, %4 beginnt am %5 mit %6: %7 Unterschied.</translation>
    </message>
    <message numerus="yes">
        <source>%n more of this kind.</source>
        <translation>
            <numerusform>%n weitere Stelle dieser Art.</numerusform>
            <numerusform>%n weitere Stellen dieser Art.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 after %2, of %3</source>
        <translation>%1 nach %2, von %3</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>administrator</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>finance</source>
        <translation>Finanzen</translation>
    </message>
    <message>
        <source>customer success</source>
        <translation>Kundenbetreuung</translation>
    </message>
    <message>
        <source>support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Your login is in no group of staff.</source>
        <translation>Ihre Anmeldung gehört zu keiner Mitarbeitergruppe.</translation>
    </message>
    <message>
        <source>Your login is in: %1.</source>
        <translation>Ihre Anmeldung gehört zu: %1.</translation>
    </message>
    <message>
        <source>This is for: %1. %2</source>
        <translation>Das dürfen: %1. %2</translation>
    </message>
    <message>
        <source>There is no connection to the database</source>
        <translation>Es besteht keine Verbindung zur Datenbank</translation>
    </message>
</context>
<context>
    <name>HoldOffers</name>
    <message>
        <source>Hold</source>
        <translation>Zurückhalten</translation>
    </message>
    <message numerus="yes">
        <source>Hold %n draft(s)</source>
        <translation>
            <numerusform>%n Entwurf zurückhalten</numerusform>
            <numerusform>%n Entwürfe zurückhalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) put on hold</source>
        <translation>
            <numerusform>%n Entwurf zurückgehalten</numerusform>
            <numerusform>%n Entwürfe zurückgehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody finalizes them until they are released. It can be undone.</source>
        <translation>Niemand schreibt sie fest, bis sie freigegeben sind. Es lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigeben</translation>
    </message>
    <message numerus="yes">
        <source>Release %n draft(s)</source>
        <translation>
            <numerusform>%n Entwurf freigeben</numerusform>
            <numerusform>%n Entwürfe freigeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) released</source>
        <translation>
            <numerusform>%n Entwurf freigegeben</numerusform>
            <numerusform>%n Entwürfe freigegeben</numerusform>
        </translation>
    </message>
    <message>
        <source>They can be finalized again. It can be undone.</source>
        <translation>Sie können wieder festgeschrieben werden. Es lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message numerus="yes">
        <source>Discard %n draft(s)</source>
        <translation>
            <numerusform>%n Entwurf verwerfen</numerusform>
            <numerusform>%n Entwürfe verwerfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) discarded</source>
        <translation>
            <numerusform>%n Entwurf verworfen</numerusform>
            <numerusform>%n Entwürfe verworfen</numerusform>
        </translation>
    </message>
    <message>
        <source>They take no number. Usage that they bill is on the next invoice; what is sold in advance is not billed for those days, unless it is issued again from the draft&apos;s page.</source>
        <translation>Sie erhalten keine Nummer. Der Verbrauch, den sie berechnen, steht auf der nächsten Rechnung; was im Voraus verkauft wird, wird für diese Tage nicht berechnet, außer es wird von der Seite des Entwurfs aus neu ausgestellt.</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>seit %n Tag überfällig</numerusform>
            <numerusform>seit %n Tagen überfällig</numerusform>
        </translation>
    </message>
    <message>
        <source>renews on %1</source>
        <translation>verlängert sich am %1</translation>
    </message>
    <message>
        <source>ends on %1</source>
        <translation>endet am %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Open invoices</source>
        <translation>Offene Rechnungen</translation>
    </message>
    <message>
        <source>All organizations</source>
        <translation>Alle Organisationen</translation>
    </message>
    <message>
        <source>No invoice is overdue.</source>
        <translation>Keine Rechnung ist überfällig.</translation>
    </message>
    <message>
        <source>No failed payment is still open.</source>
        <translation>Keine fehlgeschlagene Zahlung ist noch offen.</translation>
    </message>
    <message>
        <source>No contract ends within 30 days.</source>
        <translation>Kein Vertrag endet in den nächsten 30 Tagen.</translation>
    </message>
    <message>
        <source>Nobody is stuck in onboarding.</source>
        <translation>Niemand steckt in der Einführung fest.</translation>
    </message>
    <message>
        <source>All overdue invoices</source>
        <translation>Alle überfälligen Rechnungen</translation>
    </message>
    <message>
        <source>All failed payments</source>
        <translation>Alle fehlgeschlagenen Zahlungen</translation>
    </message>
    <message>
        <source>All renewals</source>
        <translation>Alle Verlängerungen</translation>
    </message>
    <message>
        <source>Overdue invoices, the oldest first</source>
        <translation>Überfällige Rechnungen, die ältesten zuerst</translation>
    </message>
    <message>
        <source>Failed payments of the last 30 days</source>
        <translation>Fehlgeschlagene Zahlungen der letzten 30 Tage</translation>
    </message>
    <message>
        <source>Renewals within 30 days</source>
        <translation>Verlängerungen in 30 Tagen</translation>
    </message>
    <message>
        <source>Organizations needing attention</source>
        <translation>Organisationen, die Hilfe brauchen</translation>
    </message>
    <message>
        <source>Stuck in onboarding</source>
        <translation>In der Einführung hängen geblieben</translation>
    </message>
    <message>
        <source>unchanged this month</source>
        <translation>in diesem Monat unverändert</translation>
    </message>
    <message>
        <source>%1 this month</source>
        <translation>%1 in diesem Monat</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>%1 due</source>
        <translation>%1 fällig</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>still open, 30 days</source>
        <translation>noch offen, 30 Tage</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>within 30 days</source>
        <translation>in 30 Tagen</translation>
    </message>
    <message>
        <source>longer than 14 days</source>
        <translation>länger als 14 Tage</translation>
    </message>
    <message>
        <source>Organizations whose status is active.</source>
        <translation>Organisationen, deren Status aktiv ist.</translation>
    </message>
    <message>
        <source>Sum of all movements of MRR up to today: yearly prices by twelve, trials left out. Each currency by itself.</source>
        <translation>Summe aller MRR-Bewegungen bis heute: Jahrespreise durch zwölf, ohne Testphasen. Jede Währung für sich.</translation>
    </message>
    <message>
        <source>What is still to be paid of open invoices whose time to pay is over, the oldest 10,000 at most.</source>
        <translation>Was von offenen Rechnungen nach Ablauf der Zahlungsfrist noch zu zahlen ist, höchstens die ältesten 10.000.</translation>
    </message>
    <message>
        <source>Open invoices for which a charge failed in the last 30 days.</source>
        <translation>Offene Rechnungen, deren Abbuchung in den letzten 30 Tagen fehlgeschlagen ist.</translation>
    </message>
    <message>
        <source>Contracts by the year, or that end by themselves, whose period ends within 30 days.</source>
        <translation>Jahresverträge und Verträge, die von selbst enden, deren Zeitraum in den nächsten 30 Tagen endet.</translation>
    </message>
    <message>
        <source>Organizations that have been in onboarding for more than 14 days.</source>
        <translation>Organisationen, die seit mehr als 14 Tagen in der Einführung sind.</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Nächster Lauf</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Failed payments</source>
        <translation>Fehlgeschlagene Zahlungen</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Eingegangen</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Hilfe</translation>
    </message>
    <message>
        <source>Renewals</source>
        <translation>Verlängerungen</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>charged</source>
        <translation>abgebucht</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>Überweisung</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>past due</source>
        <translation>im Verzug</translation>
    </message>
    <message>
        <source>payment failed</source>
        <translation>Zahlung fehlgeschlagen</translation>
    </message>
    <message>
        <source>limit reached</source>
        <translation>Limit erreicht</translation>
    </message>
    <message>
        <source>stuck in onboarding</source>
        <translation>hängt in der Einführung</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Expansion</source>
        <translation>Erweiterung</translation>
    </message>
    <message>
        <source>Contraction</source>
        <translation>Verringerung</translation>
    </message>
    <message>
        <source>Churn</source>
        <translation>Abgang</translation>
    </message>
    <message>
        <source>Reactivation</source>
        <translation>Rückkehr</translation>
    </message>
    <message>
        <source>renews</source>
        <translation>verlängert sich</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>endet</translation>
    </message>
    <message>
        <source>Payments received this month</source>
        <translation>Zahlungseingänge dieses Monats</translation>
    </message>
    <message>
        <source>MRR in %1: %2, month of %3</source>
        <translation>MRR in %1: %2, Monat ab %3</translation>
    </message>
    <message>
        <source>MRR in %1: all movements before %2</source>
        <translation>MRR in %1: alle Bewegungen vor dem %2</translation>
    </message>
    <message>
        <source>No organization needs attention.</source>
        <translation>Keine Organisation braucht Hilfe.</translation>
    </message>
    <message>
        <source>All that need attention</source>
        <translation>Alle, die Hilfe brauchen</translation>
    </message>
    <message>
        <source>All that are stuck</source>
        <translation>Alle, die hängen</translation>
    </message>
    <message>
        <source>organizations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>Entries of bank statements that are assigned to nothing yet; what went out is taken off. Each currency by itself.</source>
        <translation>Buchungen aus Kontoauszügen, die noch nichts zugeordnet sind; Abgänge sind abgezogen. Jede Währung für sich.</translation>
    </message>
    <message>
        <source>Unmatched receipts</source>
        <translation>Offene Bankeingänge</translation>
    </message>
    <message>
        <source>What a billing run would issue in the next 31 days on the book as it is. To review are first invoices, changes of a fifth or more and customers who lack what an invoice shows. Larger books are previewed in Billing.</source>
        <translation>Was ein Abrechnungslauf in den nächsten 31 Tagen auf dem jetzigen Bestand ausstellen würde. Zu prüfen sind erste Rechnungen, Abweichungen von einem Fünftel und mehr und Kunden, bei denen Angaben für die Rechnung fehlen. Größere Bestände zeigt die Vorschau der Abrechnung.</translation>
    </message>
    <message>
        <source>cannot be billed</source>
        <translation>kann nicht abgerechnet werden</translation>
    </message>
    <message>
        <source>higher plan suggested</source>
        <translation>höherer Tarif vorgeschlagen</translation>
    </message>
    <message>
        <source>Payments received since the first of the month. What was taken back or charged back is taken off, refunds are not.</source>
        <translation>Zahlungseingänge seit dem Ersten des Monats. Zurückgenommenes und Zurückgebuchtes ist abgezogen, Erstattungen nicht.</translation>
    </message>
    <message>
        <source>Organizations that are suspended or past due, had a charge fail for an open invoice (support does not see those) or reached a limit of the running period in the last 30 days, or have been in onboarding for more than 14 days.</source>
        <translation>Organisationen, die gesperrt oder im Verzug sind, für deren offene Rechnung in den letzten 30 Tagen eine Abbuchung fehlschlug (der Support sieht diese nicht), die in dieser Zeit ein Limit des laufenden Zeitraums erreichten oder seit mehr als 14 Tagen in der Einführung sind.</translation>
    </message>
</context>
<context>
    <name>HomeWords</name>
    <message numerus="yes">
        <source>%1 invoice(s), %2 to review</source>
        <translation>
            <numerusform>%1 Rechnung, %2 zu prüfen</numerusform>
            <numerusform>%1 Rechnungen, %2 zu prüfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 invoice(s)</source>
        <translation>
            <numerusform>%1 Rechnung</numerusform>
            <numerusform>%1 Rechnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 entry(s) wait</source>
        <translation>
            <numerusform>%1 Buchung wartet</numerusform>
            <numerusform>%1 Buchungen warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 payment(s) this month</source>
        <translation>
            <numerusform>%1 Zahlung in diesem Monat</numerusform>
            <numerusform>%1 Zahlungen in diesem Monat</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportField</name>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Amount due</source>
        <translation>Offener Betrag</translation>
    </message>
    <message>
        <source>Amount paid</source>
        <translation>Bezahlter Betrag</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Gekündigt</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Delinquent</source>
        <translation>Im Verzug</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Fällig am</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Ausgestellt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Period from</source>
        <translation>Zeitraum ab</translation>
    </message>
    <message>
        <source>Period to</source>
        <translation>Zeitraum bis</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>Zwischensumme</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Trial from</source>
        <translation>Testphase von</translation>
    </message>
    <message>
        <source>Trial to</source>
        <translation>Testphase bis</translation>
    </message>
    <message>
        <source>Our account</source>
        <translation>Unser Konto</translation>
    </message>
    <message>
        <source>Bank&apos;s reference</source>
        <translation>Referenz der Bank</translation>
    </message>
    <message>
        <source>Booked on</source>
        <translation>Gebucht am</translation>
    </message>
    <message>
        <source>Amount that came in</source>
        <translation>Eingegangener Betrag</translation>
    </message>
    <message>
        <source>Amount that went out</source>
        <translation>Ausgegangener Betrag</translation>
    </message>
    <message>
        <source>End-to-end id</source>
        <translation>End-to-End-Id</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Zahler</translation>
    </message>
    <message>
        <source>Payer&apos;s account</source>
        <translation>Konto des Zahlers</translation>
    </message>
    <message>
        <source>What the payer wrote</source>
        <translation>Was der Zahler schrieb</translation>
    </message>
    <message>
        <source>Debit or credit mark</source>
        <translation>Kennzeichen Soll/Haben</translation>
    </message>
    <message>
        <source>Creditor reference</source>
        <translation>Gläubigerreferenz</translation>
    </message>
    <message>
        <source>Value date</source>
        <translation>Wertstellung</translation>
    </message>
</context>
<context>
    <name>InvoiceKinds</name>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Uncollectible</source>
        <translation>Uneinbringlich</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Credit notes</source>
        <translation>Gutschriften</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Unanswered</source>
        <translation>Ohne Antwort</translation>
    </message>
</context>
<context>
    <name>InvoiceLine</name>
    <message>
        <source>Included, up to %1</source>
        <translation>Inklusive, bis %1</translation>
    </message>
    <message>
        <source>%1 to %2, %3 each</source>
        <translation>%1 bis %2, je %3</translation>
    </message>
    <message>
        <source>%1 to %2, %3 a package</source>
        <translation>%1 bis %2, %3 je Paket</translation>
    </message>
    <message>
        <source>%1% of it</source>
        <translation>%1 % davon</translation>
    </message>
    <message>
        <source>Up to the minimum</source>
        <translation>Bis zum Mindestbetrag</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation>%1 verbraucht</translation>
    </message>
    <message>
        <source>Discount %1</source>
        <translation>Rabatt %1</translation>
    </message>
    <message>
        <source>Tax %1</source>
        <translation>Steuer %1</translation>
    </message>
    <message>
        <source>Unused time</source>
        <translation>Nicht genutzte Zeit</translation>
    </message>
    <message>
        <source>Rest of the period</source>
        <translation>Rest des Zeitraums</translation>
    </message>
    <message>
        <source>Unused time, %1</source>
        <translation>Nicht genutzte Zeit, %1</translation>
    </message>
    <message>
        <source>Rest of the period, %1</source>
        <translation>Rest des Zeitraums, %1</translation>
    </message>
</context>
<context>
    <name>LedgerWords</name>
    <message>
        <source>Receivable</source>
        <translation>Forderungen</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <source>Deferred revenue</source>
        <translation>Abgegrenzter Umsatz</translation>
    </message>
    <message>
        <source>Tax payable</source>
        <translation>Steuerschuld</translation>
    </message>
    <message>
        <source>Customers&apos; balances</source>
        <translation>Guthaben der Kunden</translation>
    </message>
    <message>
        <source>Bad debt</source>
        <translation>Forderungsausfälle</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>Erstattungen</translation>
    </message>
    <message>
        <source>What customers owe of finalized invoices: debit.</source>
        <translation>Was Kunden aus festgeschriebenen Rechnungen schulden: Soll.</translation>
    </message>
    <message>
        <source>What was received, less what was given back: debit.</source>
        <translation>Was eingegangen ist, weniger was zurückgegeben wurde: Soll.</translation>
    </message>
    <message>
        <source>What was earned: credit.</source>
        <translation>Was verdient ist: Haben.</translation>
    </message>
    <message>
        <source>What was sold in advance and is earned as its days pass: credit.</source>
        <translation>Was im Voraus verkauft ist und verdient wird, während seine Tage vergehen: Haben.</translation>
    </message>
    <message>
        <source>Tax of invoices that is owed to the state: credit.</source>
        <translation>Steuer aus Rechnungen, die dem Staat geschuldet wird: Haben.</translation>
    </message>
    <message>
        <source>What we owe customers, until their next invoices use it up: credit.</source>
        <translation>Was wir Kunden schulden und ihre nächsten Rechnungen aufbrauchen: Haben.</translation>
    </message>
    <message>
        <source>What was given back or granted by hand: debit.</source>
        <translation>Was zurückgegeben oder von Hand gewährt wurde: Soll.</translation>
    </message>
    <message>
        <source>Invoice finalized</source>
        <translation>Rechnung festgeschrieben</translation>
    </message>
    <message>
        <source>Invoice voided</source>
        <translation>Rechnung storniert</translation>
    </message>
    <message>
        <source>Invoice imported</source>
        <translation>Rechnung importiert</translation>
    </message>
    <message>
        <source>Invoice written off</source>
        <translation>Rechnung ausgebucht</translation>
    </message>
    <message>
        <source>Credit note issued</source>
        <translation>Gutschrift ausgestellt</translation>
    </message>
    <message>
        <source>Paid by the balance</source>
        <translation>Vom Guthaben bezahlt</translation>
    </message>
    <message>
        <source>Given back to the balance</source>
        <translation>Dem Guthaben zurückgegeben</translation>
    </message>
    <message>
        <source>Balance changed by hand</source>
        <translation>Guthaben von Hand geändert</translation>
    </message>
    <message>
        <source>Payment received</source>
        <translation>Zahlung eingegangen</translation>
    </message>
    <message>
        <source>Payment imported</source>
        <translation>Zahlung importiert</translation>
    </message>
    <message>
        <source>Payment reversed</source>
        <translation>Zahlung zurückgenommen</translation>
    </message>
    <message>
        <source>Money given back</source>
        <translation>Geld zurückgegeben</translation>
    </message>
    <message>
        <source>Revenue recognized</source>
        <translation>Umsatz realisiert</translation>
    </message>
    <message>
        <source>Not due yet</source>
        <translation>Noch nicht fällig</translation>
    </message>
    <message>
        <source>1–30 days late</source>
        <translation>seit 1–30 Tagen</translation>
    </message>
    <message>
        <source>31–60 days late</source>
        <translation>seit 31–60 Tagen</translation>
    </message>
    <message>
        <source>61–90 days late</source>
        <translation>seit 61–90 Tagen</translation>
    </message>
    <message>
        <source>Over 90 days</source>
        <translation>Über 90 Tage</translation>
    </message>
    <message>
        <source>Balance paid out</source>
        <translation>Guthaben ausgezahlt</translation>
    </message>
    <message>
        <source>Payment in advance applied</source>
        <translation>Vorauszahlung angerechnet</translation>
    </message>
    <message>
        <source>What was written off, or lost at a provider: debit.</source>
        <translation>Was ausgebucht wurde oder bei einem Anbieter verloren ging: Soll.</translation>
    </message>
    <message>
        <source>Lost at the provider</source>
        <translation>Beim Anbieter verloren</translation>
    </message>
    <message>
        <source>Came back from the provider</source>
        <translation>Vom Anbieter zurückgekommen</translation>
    </message>
</context>
<context>
    <name>LimitEditor</name>
    <message>
        <source>unlimited</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>plan: %1</source>
        <translation>Tarif: %1</translation>
    </message>
    <message>
        <source>plan: no limit</source>
        <translation>Tarif: kein Limit</translation>
    </message>
</context>
<context>
    <name>MailOffers</name>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message numerus="yes">
        <source>Send %n mail(s) now</source>
        <translation>
            <numerusform>%n E-Mail jetzt senden</numerusform>
            <numerusform>%n E-Mails jetzt senden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) being sent</source>
        <translation>
            <numerusform>%n E-Mail wird gesendet</numerusform>
            <numerusform>%n E-Mails werden gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>They are sent as they were written, once a daemon has a mail server. A suppressed address receives mail again. Until then it can be undone.</source>
        <translation>Sie gehen so hinaus, wie sie geschrieben sind, sobald ein Dienst einen Mailserver hat. Eine gesperrte Adresse nimmt wieder E-Mails an. Bis dahin lässt es sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Cancel mails</source>
        <translation>E-Mails stornieren</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n mail(s)</source>
        <translation>
            <numerusform>%n E-Mail stornieren</numerusform>
            <numerusform>%n E-Mails stornieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) cancelled</source>
        <translation>
            <numerusform>%n E-Mail storniert</numerusform>
            <numerusform>%n E-Mails storniert</numerusform>
        </translation>
    </message>
    <message>
        <source>What waits is not sent, and what failed is not sent again. It can be undone.</source>
        <translation>Was wartet, wird nicht gesendet; was scheiterte, ist erledigt. Es lässt sich rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>MailWords</name>
    <message>
        <source>waits to be sent</source>
        <translation>wartet auf den Versand</translation>
    </message>
    <message>
        <source>sent %1</source>
        <translation>gesendet %1</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>could not be sent</source>
        <translation>konnte nicht gesendet werden</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>not sent: the address takes no mail</source>
        <translation>nicht gesendet: die Adresse nimmt keine E-Mail an</translation>
    </message>
    <message>
        <source>Mail: %1</source>
        <translation>E-Mail: %1</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>An %1</translation>
    </message>
</context>
<context>
    <name>MemberFields</name>
    <message>
        <source>As the team says</source>
        <translation>Wie im Team üblich</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Who is known by it keeps their name</source>
        <translation>Wer damit schon bekannt ist, behält den Namen</translation>
    </message>
    <message>
        <source>Given name, optional</source>
        <translation>Vorname, freiwillig</translation>
    </message>
    <message>
        <source>Family name, optional</source>
        <translation>Nachname, freiwillig</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Last day, optional</source>
        <translation>Letzter Tag, freiwillig</translation>
    </message>
    <message>
        <source>Empty: until removed</source>
        <translation>Leer: bis zum Entfernen</translation>
    </message>
</context>
<context>
    <name>OrganizationFields</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Webadresse</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>Kundennummer</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Straße</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>State or province</source>
        <translation>Bundesland oder Provinz</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>VAT id</source>
        <translation>USt-IdNr.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>Branche</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>Beschäftigte</translation>
    </message>
    <message>
        <source>Founded on</source>
        <translation>Gegründet am</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>With its country, such as DE123456789</source>
        <translation>Mit Land, etwa DE123456789</translation>
    </message>
    <message>
        <source>Of invoices and mails</source>
        <translation>Für Rechnungen und E-Mails</translation>
    </message>
    <message>
        <source>Where days begin and end</source>
        <translation>Wann Tage beginnen und enden</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über die Organisation</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>Beginnt mit</translation>
    </message>
    <message>
        <source>Onboarding starts the trial that the business files name</source>
        <translation>Die Einführung startet die Testphase, die die Geschäftsdateien nennen</translation>
    </message>
    <message>
        <source>Onboarding: trial, welcome and check-in mails</source>
        <translation>Einführung: Testphase, Willkommen und Nachfragen per E-Mail</translation>
    </message>
    <message>
        <source>Nothing: no trial and no mails</source>
        <translation>Nichts: keine Testphase, keine E-Mails</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>It changes at the end of a period: “Change subscription…”</source>
        <translation>Sie ändert sich am Ende eines Zeitraums: „Abonnement ändern…“</translation>
    </message>
</context>
<context>
    <name>OutboxWords</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>First check-in</source>
        <translation>Erste Nachfrage</translation>
    </message>
    <message>
        <source>Second check-in</source>
        <translation>Zweite Nachfrage</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Payment request</source>
        <translation>Zahlungsaufforderung</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Zahlungsbeleg</translation>
    </message>
    <message>
        <source>Payment failed</source>
        <translation>Zahlung gescheitert</translation>
    </message>
    <message>
        <source>Suspension</source>
        <translation>Sperrung</translation>
    </message>
    <message>
        <source>End of subscription</source>
        <translation>Ende des Abonnements</translation>
    </message>
    <message>
        <source>End of trial</source>
        <translation>Ende der Testphase</translation>
    </message>
    <message>
        <source>Limit used up</source>
        <translation>Limit ausgeschöpft</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Suppressed</source>
        <translation>Adresse gesperrt</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>fällig %1</translation>
    </message>
    <message>
        <source>[Link: only in the mail that was sent]</source>
        <translation>[Link: nur in der gesendeten E-Mail]</translation>
    </message>
    <message>
        <source>[Link: made when the mail is sent]</source>
        <translation>[Link: entsteht beim Senden]</translation>
    </message>
    <message>
        <source>End without renewal</source>
        <translation>Ende ohne Verlängerung</translation>
    </message>
    <message>
        <source>Payment reminder</source>
        <translation>Zahlungserinnerung</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Gutschrift</translation>
    </message>
    <message>
        <source>Reactivation</source>
        <translation>Weiterlauf</translation>
    </message>
    <message>
        <source>Trial is over</source>
        <translation>Testphase ist vorbei</translation>
    </message>
    <message>
        <source>Suggested plan</source>
        <translation>Vorgeschlagener Tarif</translation>
    </message>
</context>
<context>
    <name>PastInvoices</name>
    <message>
        <source>Last invoices</source>
        <translation>Letzte Rechnungen</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Ausgestellt</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
</context>
<context>
    <name>PayWords</name>
    <message>
        <source>on its way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>the provider has not answered yet</source>
        <translation>der Anbieter hat noch nicht geantwortet</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>abgelehnt: %1</translation>
    </message>
    <message>
        <source>paid out, %1</source>
        <translation>ausgezahlt, %1</translation>
    </message>
    <message>
        <source>Imported payment</source>
        <translation>Importierte Zahlung</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Überweisung</translation>
    </message>
    <message>
        <source>%1, of %2</source>
        <translation>%1, von %2</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>%1, recovered</source>
        <translation>%1, nachträglich eingegangen</translation>
    </message>
    <message>
        <source>%1, charged back</source>
        <translation>%1, zurückgebucht</translation>
    </message>
    <message>
        <source>%1, %2 charged back</source>
        <translation>%1, %2 zurückgebucht</translation>
    </message>
    <message>
        <source>%1, refunded at the provider</source>
        <translation>%1, beim Anbieter erstattet</translation>
    </message>
    <message>
        <source>%1, %2 refunded at the provider</source>
        <translation>%1, %2 beim Anbieter erstattet</translation>
    </message>
    <message>
        <source>written off again: %1</source>
        <translation>wieder ausgebucht: %1</translation>
    </message>
    <message>
        <source>open again, %1 due</source>
        <translation>wieder offen, %1 fällig</translation>
    </message>
    <message>
        <source>%1 due instead of %2</source>
        <translation>%1 fällig statt %2</translation>
    </message>
</context>
<context>
    <name>Place</name>
    <message>
        <source>“%1” is not a place in Tenantry. Links look like tenantry://organizations or tenantry://invoice/INV-2026-000001.</source>
        <translation>„%1“ ist kein Ort in Tenantry. Links sehen aus wie tenantry://organizations oder tenantry://invoice/INV-2026-000001.</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>%1 Reference: %2.</source>
        <translation>%1 Referenz: %2.</translation>
    </message>
    <message>
        <source>A page has 1 to %1 rows.</source>
        <translation>Eine Seite hat 1 bis %1 Zeilen.</translation>
    </message>
    <message>
        <source>Entry %1 of %2 was changed after it was sealed.</source>
        <translation>Der Eintrag %1 von %2 wurde nach dem Versiegeln geändert.</translation>
    </message>
    <message>
        <source>There is no mail %1.</source>
        <translation>Es gibt keine E-Mail %1.</translation>
    </message>
    <message>
        <source>There is no invoice %1.</source>
        <translation>Es gibt keine Rechnung %1.</translation>
    </message>
    <message>
        <source>%1 is more than ten years away; preview an earlier day.</source>
        <translation>%1 liegt mehr als zehn Jahre entfernt; wählen Sie für die Vorschau einen früheren Tag.</translation>
    </message>
    <message>
        <source>%1 is not closed.</source>
        <translation>%1 ist nicht abgeschlossen.</translation>
    </message>
    <message>
        <source>Invoice %1 is %2; nothing was paid for it.</source>
        <translation>Rechnung %1 hat den Status „%2“; auf sie wurde nichts gezahlt.</translation>
    </message>
    <message>
        <source>There is no credit note %1.</source>
        <translation>Es gibt keine Gutschrift %1.</translation>
    </message>
    <message>
        <source>There is no credit note with the number %1.</source>
        <translation>Es gibt keine Gutschrift mit der Nummer %1.</translation>
    </message>
    <message>
        <source>A hold needs a reason that others can read.</source>
        <translation>Zum Zurückhalten ist ein Grund nötig, den andere lesen können.</translation>
    </message>
    <message>
        <source>Only open invoices can be listed by the day they are due: choose open or overdue ones.</source>
        <translation>Nur offene Rechnungen lassen sich nach Fälligkeit auflisten: Wählen Sie offene oder überfällige.</translation>
    </message>
    <message>
        <source>There is no transaction %1 in the books.</source>
        <translation>Es gibt in den Büchern keine Transaktion %1.</translation>
    </message>
    <message>
        <source>An invoice has at most %1 lines.</source>
        <translation>Eine Rechnung hat höchstens %1 Positionen.</translation>
    </message>
    <message>
        <source>The customer&apos;s tax, balance or hold has changed since; look at the invoice again.</source>
        <translation>Seitdem haben sich Steuer oder Guthaben des Kunden geändert, oder ob zurückgehalten wird; prüfen Sie die Rechnung noch einmal.</translation>
    </message>
    <message>
        <source>There is no invoice with the number %1.</source>
        <translation>Es gibt keine Rechnung mit der Nummer %1.</translation>
    </message>
    <message>
        <source>Only a usage line has events behind it.</source>
        <translation>Nur hinter einer Verbrauchsposition stehen Ereignisse.</translation>
    </message>
    <message>
        <source>“%1” is not a status of an invoice.</source>
        <translation>„%1“ ist kein Status einer Rechnung.</translation>
    </message>
    <message>
        <source>“%1” is not a kind of invoice.</source>
        <translation>„%1“ ist keine Art von Rechnung.</translation>
    </message>
    <message>
        <source>Rating again was cancelled.</source>
        <translation>Die neue Bewertung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>There is no plan “%1” on sale.</source>
        <translation>Es gibt keinen Tarif „%1“ im Verkauf.</translation>
    </message>
    <message>
        <source>There is no version %1 of the business.</source>
        <translation>Es gibt keine Version %1 des Geschäfts.</translation>
    </message>
    <message>
        <source>“%1” belongs to a capability that this version does not have yet; move the file away.</source>
        <translation>„%1“ gehört zu einer Funktion, die diese Version noch nicht hat; verschieben Sie die Datei an einen anderen Ort.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Die Datei lässt sich nicht lesen: %1.</translation>
    </message>
    <message>
        <source>The stored business document cannot be read: %1. It was changed outside of Tenantry; apply the business files again.</source>
        <translation>Das gespeicherte Geschäftsdokument lässt sich nicht lesen: %1. Es wurde außerhalb von Tenantry geändert; wenden Sie die Geschäftsdateien erneut an.</translation>
    </message>
    <message>
        <source>“%1” is not a point in time: write it as 2026-01-31T09:00:00Z or with an offset such as +01:00.</source>
        <translation>„%1“ ist kein Zeitpunkt: Schreiben Sie ihn als 2026-01-31T09:00:00Z oder mit einem Versatz wie +01:00.</translation>
    </message>
    <message>
        <source>“%1” is not a day of the calendar: write it as year-month-day, 2026-01-31.</source>
        <translation>„%1“ ist kein Kalendertag: Schreiben Sie ihn als Jahr-Monat-Tag, 2026-01-31.</translation>
    </message>
    <message>
        <source>“%1” is not a country: give its two-letter code of ISO 3166-1, such as DE or US.</source>
        <translation>„%1“ ist kein Land: Geben Sie seinen zweistelligen Code nach ISO 3166-1 an, etwa DE oder US.</translation>
    </message>
    <message>
        <source>“%1” is not an e-mail address: %2. Write it like ann@example.com.</source>
        <translation>„%1“ ist keine E-Mail-Adresse: %2. Schreiben Sie sie wie ann@example.com.</translation>
    </message>
    <message>
        <source>The JSON cannot be read at line %1, column %2: correct it there.</source>
        <translation>Das JSON lässt sich in Zeile %1, Spalte %2 nicht lesen: Korrigieren Sie es dort.</translation>
    </message>
    <message>
        <source>“%1” is not a currency: give its three-letter code of ISO 4217, such as EUR or USD.</source>
        <translation>„%1“ ist keine Währung: Geben Sie ihren dreistelligen Code nach ISO 4217 an, etwa EUR oder USD.</translation>
    </message>
    <message>
        <source>“%1” is not a billing interval: write month or year.</source>
        <translation>„%1“ ist kein Abrechnungsintervall: Schreiben Sie month oder year.</translation>
    </message>
    <message>
        <source>“%1” is not a number: write it with digits and one decimal point, such as 0.25 or -3.</source>
        <translation>„%1“ ist keine Zahl: Schreiben Sie sie mit Ziffern und einem Dezimalpunkt, etwa 0.25 oder -3.</translation>
    </message>
    <message>
        <source>The VAT id “%1” does not begin with a known country: write it with its prefix, such as DE136695976.</source>
        <translation>Die USt-IdNr. „%1“ beginnt nicht mit einem bekannten Land: Schreiben Sie sie mit ihrem Präfix, etwa DE136695976.</translation>
    </message>
    <message>
        <source>“%1” is not a time zone: give its IANA name, such as Europe/Berlin or UTC.</source>
        <translation>„%1“ ist keine Zeitzone: Geben Sie ihren IANA-Namen an, etwa Europe/Berlin oder UTC.</translation>
    </message>
    <message>
        <source>This is not one of the simulator&apos;s test numbers.</source>
        <translation>Das ist keine der Testnummern des Simulators.</translation>
    </message>
    <message>
        <source>The file with %1 cannot be read: %2.</source>
        <translation>Die Datei zu „%1“ lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>The file with %1 is empty.</source>
        <translation>Die Datei zu „%1“ ist leer.</translation>
    </message>
    <message>
        <source>This was not signed with the secret of the webhook endpoint.</source>
        <translation>Das wurde nicht mit dem Geheimnis des Webhook-Endpunkts signiert.</translation>
    </message>
    <message>
        <source>“%1” is not a day; write 2026-01-31 or 31.01.2026.</source>
        <translation>„%1“ ist kein Tag; schreiben Sie 2026-01-31 oder 31.01.2026.</translation>
    </message>
    <message>
        <source>A dry run leaves nothing behind.</source>
        <translation>Ein Probelauf hinterlässt nichts.</translation>
    </message>
    <message>
        <source>“%1” is not an amount in %2.</source>
        <translation>„%1“ ist kein Betrag in %2.</translation>
    </message>
    <message>
        <source>CdtDbtInd is “%1”; it must be CRDT or DBIT.</source>
        <translation>CdtDbtInd ist „%1“; es muss CRDT oder DBIT sein.</translation>
    </message>
    <message>
        <source>“%1” is not a day.</source>
        <translation>„%1“ ist kein Tag.</translation>
    </message>
    <message>
        <source>There is no amount.</source>
        <translation>Es fehlt der Betrag.</translation>
    </message>
    <message>
        <source>The entry does not say whether it is booked.</source>
        <translation>Der Umsatz sagt nicht, ob er gebucht ist.</translation>
    </message>
    <message>
        <source>There is no statement in this file.</source>
        <translation>In dieser Datei ist kein Kontoauszug.</translation>
    </message>
    <message>
        <source>“%1” is not a field of an import of %2</source>
        <translation>„%1“ ist kein Feld eines Imports von %2</translation>
    </message>
    <message>
        <source>No column holds the field “%1”; name the column that does</source>
        <translation>Keine Spalte enthält das Feld „%1“; nennen Sie die Spalte, die es enthält</translation>
    </message>
    <message>
        <source>The header names the column “%1” twice; rename or remove one of them</source>
        <translation>Die Kopfzeile nennt die Spalte „%1“ zweimal; benennen Sie eine davon um oder entfernen Sie sie</translation>
    </message>
    <message>
        <source>A quoted cell of the record that begins here ends in line %1 with text after its closing quote; a quote is missing or not doubled</source>
        <translation>Eine Zelle in Anführungszeichen des Datensatzes, der hier beginnt, endet in Zeile %1 mit Text nach dem schließenden Zeichen; ein Anführungszeichen fehlt oder ist nicht verdoppelt</translation>
    </message>
    <message>
        <source>A quote stands inside a cell; quote the whole cell and double the quotes within it</source>
        <translation>Ein Anführungszeichen steht in einer Zelle; setzen Sie die ganze Zelle in Anführungszeichen und verdoppeln Sie die darin enthaltenen</translation>
    </message>
    <message>
        <source>The record that begins here is longer than 1 MiB; a closing quote is probably missing</source>
        <translation>Der Datensatz, der hier beginnt, ist länger als 1 MiB; wahrscheinlich fehlt ein schließendes Anführungszeichen</translation>
    </message>
    <message>
        <source>A quote of the record that begins here is never closed; add the closing quote</source>
        <translation>Ein Anführungszeichen des Datensatzes, der hier beginnt, wird nie geschlossen; ergänzen Sie das schließende Anführungszeichen</translation>
    </message>
    <message>
        <source>A quote of the record that begins here is still open in line %1, which cannot be read</source>
        <translation>Ein Anführungszeichen des Datensatzes, der hier beginnt, ist in Zeile %1 noch offen; diese Zeile lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>The file is empty; its first line must name the columns</source>
        <translation>Die Datei ist leer; ihre erste Zeile muss die Spalten nennen</translation>
    </message>
    <message>
        <source>The record has %1 cells where the header has %2 columns; check its delimiters and quotes</source>
        <translation>Der Datensatz hat %1 Zellen, die Kopfzeile dagegen %2 Spalten; prüfen Sie seine Trennzeichen und Anführungszeichen</translation>
    </message>
    <message>
        <source>Nothing of the import was to stay.</source>
        <translation>Vom Import sollte nichts bleiben.</translation>
    </message>
    <message>
        <source>No plan is on sale. Apply the business files first: “tenantryctl business apply DIR”.</source>
        <translation>Kein Tarif ist im Verkauf. Wenden Sie zuerst die Geschäftsdateien an: „tenantryctl business apply DIR“.</translation>
    </message>
    <message>
        <source>The total is %1; credit notes cannot be imported</source>
        <translation>Die Summe ist %1; Gutschriften können nicht importiert werden</translation>
    </message>
    <message>
        <source>“%1” is a number of this business&apos;s own series “%2”; give the series another format (invoice.number in business.toml) and import again</source>
        <translation>„%1“ ist eine Nummer der eigenen Serie „%2“ dieses Geschäfts; geben Sie der Serie ein anderes Format (invoice.number in business.toml) und importieren Sie erneut</translation>
    </message>
    <message>
        <source>“%1…” has %2 characters; at most %3 can be kept</source>
        <translation>„%1…“ hat %2 Zeichen; gespeichert werden können höchstens %3</translation>
    </message>
    <message>
        <source>“%1” is not an amount in %2; write it like 199.00</source>
        <translation>„%1“ ist kein Betrag in %2; schreiben Sie ihn wie 199.00</translation>
    </message>
    <message>
        <source>“%1” is not a date; write it like 2026-01-31 09:00:00</source>
        <translation>„%1“ ist kein Datum; schreiben Sie es wie 2026-01-31 09:00:00</translation>
    </message>
    <message>
        <source>“%1” is not a currency code of ISO 4217, such as EUR</source>
        <translation>„%1“ ist kein Währungscode nach ISO 4217, etwa EUR</translation>
    </message>
    <message>
        <source>“%1” is not a point in time</source>
        <translation>„%1“ ist kein Zeitpunkt</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>There is no customer “%1”; import the customers first</source>
        <translation>Es gibt keinen Kunden „%1“; importieren Sie zuerst die Kunden</translation>
    </message>
    <message>
        <source>There is no plan “%1”; add it to the business files and apply them, or correct the row</source>
        <translation>Es gibt keinen Tarif „%1“; ergänzen Sie ihn in den Geschäftsdateien und wenden Sie sie an, oder korrigieren Sie die Zeile</translation>
    </message>
    <message>
        <source>“%1” is not an e-mail address</source>
        <translation>„%1“ ist keine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>“%1” is not a country code of ISO 3166-1, such as DE</source>
        <translation>„%1“ ist kein Ländercode nach ISO 3166-1, etwa DE</translation>
    </message>
    <message>
        <source>“%1” is not a time zone, such as Europe/Berlin</source>
        <translation>„%1“ ist keine Zeitzone, etwa Europe/Berlin</translation>
    </message>
    <message>
        <source>The amount of a subscription cannot be negative</source>
        <translation>Der Betrag eines Abonnements kann nicht negativ sein</translation>
    </message>
    <message>
        <source>The current period ends before it begins</source>
        <translation>Der aktuelle Zeitraum endet, bevor er beginnt</translation>
    </message>
    <message>
        <source>The total is %1, but subtotal less discount plus tax is %2</source>
        <translation>Die Summe ist %1, aber Zwischensumme minus Rabatt plus Steuer ist %2</translation>
    </message>
    <message>
        <source>The quantity %1 is too large</source>
        <translation>Die Menge %1 ist zu groß</translation>
    </message>
    <message>
        <source>The text is not UTF-8 from here on; save the file with the encoding UTF-8</source>
        <translation>Ab hier ist der Text kein UTF-8; speichern Sie die Datei in der Kodierung UTF-8</translation>
    </message>
    <message>
        <source>The file cannot be read further: %1</source>
        <translation>Die Datei lässt sich nicht weiter lesen: %1</translation>
    </message>
    <message>
        <source>The quantity is too large, or has more than the %1 decimals of “%2”</source>
        <translation>Die Menge ist zu groß oder hat mehr als die %1 Nachkommastellen von „%2“</translation>
    </message>
    <message>
        <source>The line is not valid JSON from here on; each line must hold one event</source>
        <translation>Die Zeile ist ab hier kein gültiges JSON; jede Zeile muss ein Ereignis enthalten</translation>
    </message>
    <message>
        <source>The line is not a JSON object; each line must hold one event</source>
        <translation>Die Zeile ist kein JSON-Objekt; jede Zeile muss ein Ereignis enthalten</translation>
    </message>
    <message>
        <source>“%1” is not a quantity; write a number, or text where it has more than 15 digits</source>
        <translation>„%1“ ist keine Menge; schreiben Sie eine Zahl, oder Text, wenn sie mehr als 15 Ziffern hat</translation>
    </message>
    <message>
        <source>A NUL character (\u0000) cannot be kept</source>
        <translation>Ein NUL-Zeichen (\u0000) kann nicht gespeichert werden</translation>
    </message>
    <message>
        <source>The text has more than %1 bytes, which cannot be kept</source>
        <translation>Der Text hat mehr als %1 Bytes; so viele können nicht gespeichert werden</translation>
    </message>
    <message>
        <source>The dimension “%1” is not a plain value; write text, a number, true or false</source>
        <translation>Die Dimension „%1“ ist kein einfacher Wert; schreiben Sie Text, eine Zahl, true oder false</translation>
    </message>
    <message>
        <source>The id has %1 characters; at most %2 can be kept</source>
        <translation>Die Id hat %1 Zeichen; gespeichert werden können höchstens %2</translation>
    </message>
    <message>
        <source>There is no metric “%1”; add it to the business files and apply them, or correct the event</source>
        <translation>Es gibt keine Metrik „%1“; ergänzen Sie sie in den Geschäftsdateien und wenden Sie sie an, oder korrigieren Sie das Ereignis</translation>
    </message>
    <message>
        <source>There is no organization “%1”; import the customers first</source>
        <translation>Es gibt keine Organisation „%1“; importieren Sie zuerst die Kunden</translation>
    </message>
    <message>
        <source>The event has no time such as 2026-01-31T09:00:00Z (RFC 3339)</source>
        <translation>Das Ereignis hat keinen Zeitpunkt wie 2026-01-31T09:00:00Z (RFC 3339)</translation>
    </message>
    <message>
        <source>The event&apos;s data is not an object with a quantity</source>
        <translation>„data“ des Ereignisses ist kein Objekt mit einer Menge</translation>
    </message>
    <message>
        <source>The file cannot be read as XML: %1.</source>
        <translation>Die Datei lässt sich nicht als XML lesen: %1.</translation>
    </message>
    <message>
        <source>The consumer %1 is far behind the others and catches up by itself.</source>
        <translation>Der Ereignisempfänger %1 liegt weit hinter den anderen und holt von selbst auf.</translation>
    </message>
    <message>
        <source>Job %1 took longer than its lease and belongs to another worker now.</source>
        <translation>Auftrag %1 hat länger gedauert, als er vergeben war, und gehört jetzt einem anderen Worker.</translation>
    </message>
    <message>
        <source>Job %1 was cancelled on request.</source>
        <translation>Auftrag %1 wurde auf Wunsch abgebrochen.</translation>
    </message>
    <message>
        <source>A role that expires must expire in the future.</source>
        <translation>Eine Rolle, die abläuft, muss in der Zukunft ablaufen.</translation>
    </message>
    <message>
        <source>%1 is not in the team “%2”.</source>
        <translation>%1 ist nicht im Team „%2“.</translation>
    </message>
    <message>
        <source>The organization has no team %1. Refresh the list of teams.</source>
        <translation>Die Organisation hat kein Team %1. Aktualisieren Sie die Liste der Teams.</translation>
    </message>
    <message>
        <source>The role “%1” cannot be given in the team “%2”: choose one that the team allows.</source>
        <translation>Die Rolle „%1“ kann im Team „%2“ nicht vergeben werden: Wählen Sie eine, die das Team erlaubt.</translation>
    </message>
    <message>
        <source>The organization has %1 of %2 users (%3): remove one or choose a larger plan.</source>
        <translation>Die Organisation hat %1 von %2 Benutzern (%3): Entfernen Sie einen oder wählen Sie einen größeren Tarif.</translation>
    </message>
    <message>
        <source>An organization needs a name.</source>
        <translation>Eine Organisation braucht einen Namen.</translation>
    </message>
    <message>
        <source>“%1” is not a web address: write it like https://example.com.</source>
        <translation>„%1“ ist keine Webadresse: Schreiben Sie sie wie https://example.com.</translation>
    </message>
    <message>
        <source>“%1” is not a telephone number: write it like +49 30 1234567, with 3 to 20 digits.</source>
        <translation>„%1“ ist keine Telefonnummer: Schreiben Sie sie wie +49 30 1234567, mit 3 bis 20 Ziffern.</translation>
    </message>
    <message>
        <source>“%1” is not a number of people: write 0 to %2.</source>
        <translation>„%1“ ist keine Anzahl von Personen: Schreiben Sie 0 bis %2.</translation>
    </message>
    <message>
        <source>“%1” is not a language: write its tag of two or three letters, such as en or de.</source>
        <translation>„%1“ ist keine Sprache: Schreiben Sie ihr Kürzel aus zwei oder drei Buchstaben, etwa en oder de.</translation>
    </message>
    <message>
        <source>At most %1 characters; there are %2.</source>
        <translation>Höchstens %1 Zeichen; es sind %2.</translation>
    </message>
    <message>
        <source>There is no organization %1. Refresh the list and choose another one.</source>
        <translation>Es gibt keine Organisation %1. Aktualisieren Sie die Liste und wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>An organization cannot go from %1 to %2.</source>
        <translation>Eine Organisation kann nicht vom Status „%1“ in den Status „%2“ wechseln.</translation>
    </message>
    <message>
        <source>“%1” was changed by somebody else since you read it.</source>
        <translation>„%1“ wurde von jemand anderem geändert, seit Sie es gelesen haben.</translation>
    </message>
    <message>
        <source>“%1” is not a status of an organization: write onboarding, onboarded, active, suspended, churned or closed.</source>
        <translation>„%1“ ist kein Status einer Organisation: Schreiben Sie onboarding, onboarded, active, suspended, churned oder closed.</translation>
    </message>
    <message>
        <source>“%1” is not a status of a bank entry.</source>
        <translation>„%1“ ist kein Status eines Umsatzes.</translation>
    </message>
    <message>
        <source>There is no bank entry %1.</source>
        <translation>Es gibt keinen Umsatz %1.</translation>
    </message>
    <message>
        <source>Say what you saw at the provider.</source>
        <translation>Sagen Sie, was Sie beim Anbieter gesehen haben.</translation>
    </message>
    <message>
        <source>There is no refund %1.</source>
        <translation>Es gibt keine Erstattung %1.</translation>
    </message>
    <message>
        <source>What was paid for invoice %1 has changed since; look at the refund again.</source>
        <translation>Was auf Rechnung %1 bezahlt wurde, hat sich seitdem geändert; prüfen Sie die Erstattung noch einmal.</translation>
    </message>
    <message>
        <source>Money for an invoice of this organization is on its way back; wait until the provider has answered.</source>
        <translation>Geld für eine Rechnung dieser Organisation ist auf dem Rückweg; warten Sie, bis der Anbieter geantwortet hat.</translation>
    </message>
    <message>
        <source>“%1” is not a status of a payment.</source>
        <translation>„%1“ ist kein Status einer Zahlung.</translation>
    </message>
    <message>
        <source>There is no payment attempt %1.</source>
        <translation>Es gibt keinen Zahlungsversuch %1.</translation>
    </message>
    <message>
        <source>Invoice %1 is in %2; %3 cannot pay it.</source>
        <translation>Rechnung %1 ist in %2; %3 kann sie nicht bezahlen.</translation>
    </message>
    <message>
        <source>What is due has changed since; look at it again.</source>
        <translation>Was offen ist, hat sich seitdem geändert; prüfen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The statement could not be cancelled: %1. It ends by itself or with its connection.</source>
        <translation>Die Anweisung konnte nicht abgebrochen werden: %1. Sie endet von selbst oder mit ihrer Verbindung.</translation>
    </message>
    <message>
        <source>The account of the server (%1) cannot enter %2. Open each folder above it to others (chmod o+x), or choose another directory.</source>
        <translation>Das Konto des Servers (%1) kann %2 nicht betreten. Öffnen Sie jeden Ordner darüber für andere (chmod o+x), oder wählen Sie ein anderes Verzeichnis.</translation>
    </message>
    <message>
        <source>The database in %1 did not start. The end of its log says: %2. Correct this, then start again.</source>
        <translation>Die Datenbank in %1 ist nicht gestartet. Am Ende ihres Protokolls steht: %2. Beheben Sie das und starten Sie dann erneut.</translation>
    </message>
    <message>
        <source>The database did not answer in time. Check its address and the network, then try again.</source>
        <translation>Die Datenbank hat nicht rechtzeitig geantwortet. Prüfen Sie ihre Adresse und das Netz, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>There is no memory left for a connection to the database.</source>
        <translation>Für eine Verbindung zur Datenbank ist kein Speicher mehr frei.</translation>
    </message>
    <message>
        <source>The program is ending this connection.</source>
        <translation>Das Programm beendet diese Verbindung.</translation>
    </message>
    <message>
        <source>Tenantry made a mistake: %1. Nothing was changed; please report it.</source>
        <translation>Tenantry hat einen Fehler gemacht: %1. Nichts wurde geändert; bitte melden Sie ihn.</translation>
    </message>
    <message>
        <source>%1 belongs to another account. Choose another directory, or start as its owner.</source>
        <translation>%1 gehört einem anderen Konto. Wählen Sie ein anderes Verzeichnis, oder starten Sie als dessen Besitzer.</translation>
    </message>
    <message>
        <source>Another Tenantry has been starting or stopping the database in %1 for a minute. End it, then try again.</source>
        <translation>Ein anderes Tenantry startet oder beendet die Datenbank in %1 seit einer Minute. Beenden Sie es und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The database has schema version %1, this program knows up to %2. Install the newer Tenantry.</source>
        <translation>Die Datenbank hat die Schemaversion %1, dieses Programm kennt nur bis %2. Installieren Sie das neuere Tenantry.</translation>
    </message>
    <message>
        <source>The server is PostgreSQL %1; Tenantry needs 15 or newer. Upgrade the server.</source>
        <translation>Der Server ist PostgreSQL %1; Tenantry braucht 15 oder neuer. Aktualisieren Sie den Server.</translation>
    </message>
    <message>
        <source>“%1” cannot begin the names of roles. Use up to 40 lower-case letters, digits and underscores.</source>
        <translation>„%1“ kann nicht am Anfang von Rollennamen stehen. Verwenden Sie bis zu 40 Kleinbuchstaben, Ziffern und Unterstriche.</translation>
    </message>
    <message>
        <source>This database was not made by Tenantry. Run “tenantryctl migrate” first.</source>
        <translation>Diese Datenbank wurde nicht von Tenantry angelegt. Führen Sie zuerst „tenantryctl migrate“ aus.</translation>
    </message>
    <message>
        <source>No space is left at %1 (%2). Free some, then start again.</source>
        <translation>Auf %1 ist kein Platz mehr (%2). Schaffen Sie Platz und starten Sie dann erneut.</translation>
    </message>
    <message>
        <source>%1 cannot be used (%2). Choose another directory or correct its rights.</source>
        <translation>%1 ist nicht benutzbar (%2). Wählen Sie ein anderes Verzeichnis oder berichtigen Sie seine Rechte.</translation>
    </message>
    <message>
        <source>PostgreSQL does not run as root and there is no account “postgres”. Install the package postgresql.</source>
        <translation>PostgreSQL läuft nicht als root, und es gibt kein Konto „postgres“. Installieren Sie das Paket postgresql.</translation>
    </message>
    <message>
        <source>The data was made by PostgreSQL %1, which is not installed. Install postgresql-%1, or restore a backup into a new directory.</source>
        <translation>Die Daten wurden von PostgreSQL %1 angelegt, das nicht installiert ist. Installieren Sie postgresql-%1, oder stellen Sie eine Sicherung in einem neuen Verzeichnis wieder her.</translation>
    </message>
    <message>
        <source>%1, which TENANTRY_PG_BIN names, does not hold the programs of PostgreSQL %2 or newer (initdb, pg_ctl, postgres). Correct or unset TENANTRY_PG_BIN.</source>
        <translation>%1 steht in TENANTRY_PG_BIN, enthält aber nicht die Programme von PostgreSQL %2 oder neuer (initdb, pg_ctl, postgres). Berichtigen Sie TENANTRY_PG_BIN, oder heben Sie es auf.</translation>
    </message>
    <message>
        <source>PostgreSQL %1 or newer was not found. Install the package postgresql, or name the directory of its programs in TENANTRY_PG_BIN.</source>
        <translation>PostgreSQL %1 oder neuer wurde nicht gefunden. Installieren Sie das Paket postgresql, oder nennen Sie das Verzeichnis seiner Programme in TENANTRY_PG_BIN.</translation>
    </message>
    <message>
        <source>What this refers to does not exist, or is still in use: %1. Refresh and try again.</source>
        <translation>Das, worauf sich dies bezieht, gibt es nicht, oder es wird noch benutzt: %1. Aktualisieren Sie und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>A rule of the database does not allow this: %1.</source>
        <translation>Eine Regel der Datenbank lässt das nicht zu: %1.</translation>
    </message>
    <message>
        <source>Your role does not allow this: %1. Ask an administrator for the right group.</source>
        <translation>Ihre Rolle lässt das nicht zu: %1. Bitten Sie einen Administrator um die richtige Gruppe.</translation>
    </message>
    <message>
        <source>The statement was cancelled: %1.</source>
        <translation>Die Anweisung wurde abgebrochen: %1.</translation>
    </message>
    <message>
        <source>Somebody changed the same rows at the same moment: %1. Try again.</source>
        <translation>Jemand hat dieselben Zeilen im selben Moment geändert: %1. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The database ended the connection: %1. Check that the server runs, then try again.</source>
        <translation>Die Datenbank hat die Verbindung beendet: %1. Prüfen Sie, ob der Server läuft, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The database server has no space left: %1. Free space there, then try again.</source>
        <translation>Auf dem Datenbankserver ist kein Platz mehr: %1. Schaffen Sie dort Platz und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Somebody else holds this at the moment: %1. Try again shortly.</source>
        <translation>Jemand anderes hält das im Augenblick gesperrt: %1. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The database refused a statement: %1.</source>
        <translation>Die Datenbank hat eine Anweisung abgelehnt: %1.</translation>
    </message>
    <message>
        <source>The plan %1 is not sold in %2 per %3.</source>
        <translation>Den Tarif %1 gibt es nicht in %2 mit dem Intervall „%3“.</translation>
    </message>
    <message>
        <source>The subscription is %1, not paused.</source>
        <translation>Das Abonnement hat den Status „%1“ und ist nicht pausiert.</translation>
    </message>
    <message>
        <source>The coupon %1 is in %2, the subscription in %3.</source>
        <translation>Der Gutschein %1 ist in %2, das Abonnement in %3.</translation>
    </message>
    <message>
        <source>Nothing is scheduled for this subscription.</source>
        <translation>Für dieses Abonnement ist nichts vorgemerkt.</translation>
    </message>
    <message>
        <source>The plan %1 is not sold in %2 per month.</source>
        <translation>Den Tarif %1 gibt es nicht monatlich in %2.</translation>
    </message>
    <message>
        <source>There is no coupon “%1”.</source>
        <translation>Es gibt keinen Gutschein „%1“.</translation>
    </message>
    <message>
        <source>The coupon “%1” is not valid on %2.</source>
        <translation>Der Gutschein „%1“ gilt nicht am %2.</translation>
    </message>
    <message>
        <source>The organization %1 has no subscription.</source>
        <translation>Die Organisation %1 hat kein Abonnement.</translation>
    </message>
    <message>
        <source>“%1” is not a status of a subscription.</source>
        <translation>„%1“ ist kein Status eines Abonnements.</translation>
    </message>
    <message>
        <source>The quantities of “%1” in this batch do not fit; send smaller batches.</source>
        <translation>Die Mengen von „%1“ in diesem Stapel sind zusammen zu groß; senden Sie kleinere Stapel.</translation>
    </message>
    <message>
        <source>It happened at %1; usage from before %2 is no longer accepted.</source>
        <translation>Es hat den Zeitpunkt %1; Verbrauch von vor %2 wird nicht mehr angenommen.</translation>
    </message>
    <message>
        <source>The quantity %1 is too large; split the event.</source>
        <translation>Die Menge %1 ist zu groß; teilen Sie das Ereignis.</translation>
    </message>
    <message>
        <source>A negative quantity must name the event that it corrects.</source>
        <translation>Eine negative Menge muss das Ereignis nennen, das sie korrigiert.</translation>
    </message>
    <message>
        <source>An event of the metric “%1” needs a key that stays the same when it is sent again.</source>
        <translation>Ein Ereignis der Metrik „%1“ braucht einen Schlüssel, der gleich bleibt, wenn es noch einmal gesendet wird.</translation>
    </message>
    <message>
        <source>%1 and %2 more are needed; raise the limit or use less.</source>
        <translation>%1; benötigt werden weitere %2. Erhöhen Sie das Limit, oder verbrauchen Sie weniger.</translation>
    </message>
    <message>
        <source>A reservation lasts between a second and a day, not %1 s.</source>
        <translation>Eine Reservierung dauert zwischen einer Sekunde und einem Tag, nicht %1 s.</translation>
    </message>
    <message>
        <source>The business has no metric “%1”.</source>
        <translation>Das Geschäft hat keine Metrik „%1“.</translation>
    </message>
    <message>
        <source>There is no organization %1; usage can only be counted for one that exists.</source>
        <translation>Es gibt keine Organisation %1; Verbrauch kann nur für eine gezählt werden, die es gibt.</translation>
    </message>
    <message>
        <source>The draft of %1 for %2 has not been issued yet; finalize it first.</source>
        <translation>Der Entwurf über %1 für %2 ist noch nicht ausgestellt; schreiben Sie ihn zuerst fest.</translation>
    </message>
    <message>
        <source>Entry %1 of %2 was sealed, but is missing now.</source>
        <translation>Der Eintrag %1 von %2 wurde versiegelt und ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Entry %1 of %2 belongs to no segment and is not waiting for one.</source>
        <translation>Der Eintrag %1 von %2 ist in keinem Segment und wartet auch auf keines.</translation>
    </message>
    <message>
        <source>The digest of segment %1 of %2 does not match its entries.</source>
        <translation>Das Segment %1 von %2 hat nicht die Prüfsumme seiner Einträge.</translation>
    </message>
    <message>
        <source>Segment %1 of %2 does not follow from the segment before it.</source>
        <translation>Das Segment %1 von %2 schließt nicht an das vorige an.</translation>
    </message>
    <message>
        <source>A segment is missing before segment %1 of %2.</source>
        <translation>Vor dem Segment %1 von %2 fehlt eines.</translation>
    </message>
    <message>
        <source>The mail is %1 or is being sent right now, so it cannot be cancelled.</source>
        <translation>Die E-Mail hat den Status „%1“ oder wird gerade gesendet und kann nicht abgebrochen werden.</translation>
    </message>
    <message>
        <source>The mail is %1 or is being sent right now, so it is not sent again.</source>
        <translation>Die E-Mail hat den Status „%1“ oder wird gerade gesendet und wird nicht erneut gesendet.</translation>
    </message>
    <message>
        <source>The mail has been sent, tried or changed in the meantime; look at it again.</source>
        <translation>Die E-Mail wurde inzwischen gesendet, versucht oder geändert; sehen Sie sie sich noch einmal an.</translation>
    </message>
    <message>
        <source>Write the mail server like smtp://user@mail.example.com:587 or smtps://…; put its password into a file.</source>
        <translation>Schreiben Sie den Mailserver wie smtp://user@mail.example.com:587 oder smtps://…; sein Passwort gehört in eine Datei.</translation>
    </message>
    <message>
        <source>“%1” is not a state of a mail.</source>
        <translation>„%1“ ist kein Status einer E-Mail.</translation>
    </message>
    <message>
        <source>Invoice %1 is already %2; only a draft can be approved.</source>
        <translation>Rechnung %1 hat schon den Status „%2“; nur ein Entwurf wird freigegeben.</translation>
    </message>
    <message>
        <source>%1 is already closed; the books are closed through %2.</source>
        <translation>%1 ist schon abgeschlossen; die Bücher sind bis %2 abgeschlossen.</translation>
    </message>
    <message>
        <source>%1 is not over yet; it can be closed from %2 on.</source>
        <translation>%1 ist noch nicht vorbei; abschließen können Sie den Monat ab %2.</translation>
    </message>
    <message>
        <source>Say why %1 is reopened.</source>
        <translation>Sagen Sie, warum %1 wieder geöffnet wird.</translation>
    </message>
    <message>
        <source>It no longer comes to what was previewed: it is %1 now; look at it again.</source>
        <translation>Es ergibt sich etwas anderes als in der Vorschau: jetzt %1; prüfen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>It no longer comes to what was previewed: %1; look at it again.</source>
        <translation>Es ergibt sich etwas anderes als in der Vorschau: %1; prüfen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The amount is zero; enter what the balance is changed by.</source>
        <translation>Der Betrag ist null; geben Sie an, um wie viel das Guthaben geändert wird.</translation>
    </message>
    <message>
        <source>The balance is %1; no more than that can be taken from it.</source>
        <translation>Das Guthaben beträgt %1; mehr kann nicht entnommen werden.</translation>
    </message>
    <message>
        <source>Invoice %1 is %2; only an open invoice on which nothing was paid can be voided.</source>
        <translation>Rechnung %1 hat den Status „%2“; storniert wird nur eine offene, auf die nichts gezahlt wurde.</translation>
    </message>
    <message>
        <source>Invoice %1 is %2; only an open or paid invoice can be credited.</source>
        <translation>Rechnung %1 hat den Status „%2“; nur eine offene oder bezahlte wird gutgeschrieben.</translation>
    </message>
    <message>
        <source>%1 cannot be refunded on invoice %2: at most %3 of it is paid and not yet credited.</source>
        <translation>%1 kann von Rechnung %2 nicht zurückgegeben werden: Höchstens %3 davon ist bezahlt und noch nicht gutgeschrieben.</translation>
    </message>
    <message>
        <source>A credit note needs an amount above zero.</source>
        <translation>Eine Gutschrift lautet auf mehr als null; geben Sie einen Betrag über null an.</translation>
    </message>
    <message>
        <source>A credit of %1 exceeds the %2 left on the invoice; credit at most that much.</source>
        <translation>Eine Gutschrift von %1 übersteigt den Rest der Rechnung von %2; schreiben Sie höchstens diesen gut.</translation>
    </message>
    <message>
        <source>Someone else settled an invoice at the same moment; look at it again.</source>
        <translation>Jemand anderes hat im selben Moment eine Rechnung ausgeglichen; sehen Sie sie sich noch einmal an.</translation>
    </message>
    <message>
        <source>This draft no longer exists.</source>
        <translation>Diesen Entwurf gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Invoice %1 is already %2; only a draft can be held.</source>
        <translation>Rechnung %1 hat schon den Status „%2“; nur ein Entwurf wird zurückgehalten.</translation>
    </message>
    <message>
        <source>The list cannot go on from there in another order: start from the first page.</source>
        <translation>Die Stelle, an der die Liste weitergehen soll, gehört zu einer anderen Sortierung: Beginnen Sie mit der ersten Seite.</translation>
    </message>
    <message>
        <source>Someone else changed the draft at the same moment; look at it again.</source>
        <translation>Jemand anderes hat den Entwurf im selben Moment geändert; sehen Sie ihn sich noch einmal an.</translation>
    </message>
    <message>
        <source>“%1” is not a number of the series “%2”; copy it from the document.</source>
        <translation>„%1“ ist keine Nummer der Serie „%2“; kopieren Sie sie aus dem Dokument.</translation>
    </message>
    <message>
        <source>The invoice has no lines; add at least one.</source>
        <translation>Die Rechnung hat keine Positionen; fügen Sie mindestens eine hinzu.</translation>
    </message>
    <message>
        <source>The organization %1 is closed; nothing more can be sold to it.</source>
        <translation>Die Organisation %1 ist geschlossen; ihr wird nichts mehr verkauft.</translation>
    </message>
    <message>
        <source>Invoice %1 is %2; its payments cannot be taken back.</source>
        <translation>Rechnung %1 hat den Status „%2“; was sie bezahlt hat, kann nicht zurückgenommen werden.</translation>
    </message>
    <message>
        <source>Invoice %1 is already %2.</source>
        <translation>Rechnung %1 hat schon den Status „%2“.</translation>
    </message>
    <message>
        <source>Invoice %1 is %2; only an open invoice can be written off.</source>
        <translation>Rechnung %1 hat den Status „%2“; nur eine offene wird ausgebucht.</translation>
    </message>
    <message>
        <source>Invoice %1 is %2 and cannot be paid.</source>
        <translation>Rechnung %1 hat den Status „%2“ und nimmt keine Zahlung an.</translation>
    </message>
    <message>
        <source>Between one and %1 months can be rated again, not %2.</source>
        <translation>Neu bewertet werden können ein bis %1 Monate, nicht %2.</translation>
    </message>
    <message>
        <source>Periods that began on or after %1 and before %2, rated again:</source>
        <translation>Zeiträume, die ab %1 und vor %2 begannen, neu bewertet:</translation>
    </message>
    <message>
        <source>“%1” is not a mail of this version; the mails are %2 (.toml). Rename the file or move it away.</source>
        <translation>„%1“ ist keine E-Mail dieser Version: Es gibt %2 (.toml). Benennen Sie die Datei um oder verschieben Sie sie.</translation>
    </message>
    <message>
        <source>There are no business files here; name the folder that contains business.toml.</source>
        <translation>Hier sind keine Geschäftsdateien; nennen Sie den Ordner, in dem business.toml liegt.</translation>
    </message>
    <message>
        <source>There is no business.toml here; it is the file that says who sells and in which currency.</source>
        <translation>Hier fehlt business.toml; darin steht, wer verkauft und in welcher Währung.</translation>
    </message>
    <message>
        <source>The plan “%1” is already in %2; give one of the two another id.</source>
        <translation>Der Tarif „%1“ steht schon in %2; geben Sie einem der beiden eine andere Id.</translation>
    </message>
    <message>
        <source>The JSON has a number that is too large to be stored.</source>
        <translation>Das JSON hat eine Zahl, die zu groß ist, um gespeichert zu werden.</translation>
    </message>
    <message>
        <source>“%1” is not a clear amount in %2: write digits with a decimal point and at most %3 decimals, such as %4.</source>
        <translation>„%1“ ist kein eindeutiger Betrag in %2: Schreiben Sie Ziffern mit einem Dezimalpunkt und höchstens %3 Nachkommastellen, etwa %4.</translation>
    </message>
    <message>
        <source>The VAT id “%1” has the wrong length, format or check digit for %2: compare it with the original.</source>
        <translation>Die USt-IdNr. „%1“ hat für %2 eine falsche Länge, Form oder Prüfziffer: Vergleichen Sie sie mit dem Original.</translation>
    </message>
    <message>
        <source>This process is not connected to the payment provider “%1”; one that is will try.</source>
        <translation>Dieser Prozess spricht nicht mit dem Zahlungsanbieter „%1“; ein anderer, der es tut, wird es versuchen.</translation>
    </message>
    <message>
        <source>“%1” is not a behaviour of the simulator: write succeeds, declines:CODE, times_out, times_out_then:CODE or needs_action.</source>
        <translation>„%1“ ist kein Verhalten des Simulators: Schreiben Sie succeeds, declines:CODE, times_out, times_out_then:CODE oder needs_action.</translation>
    </message>
    <message>
        <source>Stripe did not answer the question; it will be asked again (%1).</source>
        <translation>Stripe hat auf die Anfrage nicht geantwortet; es wird erneut gefragt (%1).</translation>
    </message>
    <message>
        <source>Stripe refused the request for its page: %1 %2 (%3).</source>
        <translation>Stripe lehnt ab, was für seine Seite angefragt wurde: %1 %2 (%3).</translation>
    </message>
    <message>
        <source>Stripe reported a page that does not set up a payment method.</source>
        <translation>Stripe meldet eine Seite, die keine Zahlungsart einrichtet.</translation>
    </message>
    <message>
        <source>Stripe created a customer that is not organization %1.</source>
        <translation>Stripe hat einen Kunden angelegt, der nicht die Organisation %1 ist.</translation>
    </message>
    <message>
        <source>The page for entering a card is not Stripe&apos;s; nobody is sent there.</source>
        <translation>Die Seite zur Eingabe einer Karte gehört nicht zu Stripe; niemand wird dorthin geleitet.</translation>
    </message>
    <message>
        <source>This is not an event from Stripe.</source>
        <translation>Das ist kein Ereignis von Stripe.</translation>
    </message>
    <message>
        <source>Others can read the file with %1; restrict it with chmod 600.</source>
        <translation>Andere dürfen die Datei zu „%1“ lesen; setzen Sie ihre Rechte mit chmod 600.</translation>
    </message>
    <message>
        <source>What Stripe reports cannot be followed up without its key; give --stripe-key-file.</source>
        <translation>Was Stripe meldet, lässt sich ohne den Schlüssel von Stripe nicht verfolgen; geben Sie --stripe-key-file an.</translation>
    </message>
    <message>
        <source>A Stripe key begins with sk_ or rk_.</source>
        <translation>Ein Schlüssel von Stripe beginnt mit sk_ oder rk_.</translation>
    </message>
    <message>
        <source>The secret of a Stripe webhook begins with whsec_.</source>
        <translation>Ein Geheimnis der Webhooks von Stripe beginnt mit whsec_.</translation>
    </message>
    <message>
        <source>A stand-in for Stripe must run on this machine, such as http://127.0.0.1:12111; the key is given to nobody else.</source>
        <translation>Ein Ersatz für Stripe muss auf diesem Rechner laufen, etwa http://127.0.0.1:12111; sonst erhält niemand den Schlüssel.</translation>
    </message>
    <message>
        <source>This was signed at another time; check the clocks of both machines.</source>
        <translation>Das wurde zu einer anderen Zeit signiert; prüfen Sie die Uhren beider Rechner.</translation>
    </message>
    <message>
        <source>“%1” is not an address to listen on: write 127.0.0.1:8480 or [::1]:8480.</source>
        <translation>„%1“ ist keine Adresse, an der gelauscht werden kann: Schreiben Sie 127.0.0.1:8480 oder [::1]:8480.</translation>
    </message>
    <message>
        <source>“%1” is not an IP address to listen on.</source>
        <translation>„%1“ ist keine IP-Adresse, an der gelauscht werden kann.</translation>
    </message>
    <message>
        <source>The server cannot listen on %1, port %2: %3.</source>
        <translation>Der Server kann an %1, Port %2, nicht lauschen: %3.</translation>
    </message>
    <message>
        <source>The file does not say which currency the account is in; name the currency.</source>
        <translation>Die Datei sagt nicht, in welcher Währung das Konto geführt wird; nennen Sie die Währung.</translation>
    </message>
    <message>
        <source>The amount is zero; a bank entry must move money.</source>
        <translation>Der Betrag ist null; ein Umsatz muss Geld bewegen.</translation>
    </message>
    <message>
        <source>The file does not say which account it belongs to; name the account.</source>
        <translation>Die Datei sagt nicht, zu welchem Konto sie gehört; nennen Sie das Konto.</translation>
    </message>
    <message>
        <source>This row belongs to account %1, the rows before it to %2; import each account by itself.</source>
        <translation>Diese Zeile gehört zum Konto %1, die vorigen zum Konto %2; importieren Sie jedes Konto für sich.</translation>
    </message>
    <message>
        <source>The entry has no booking date.</source>
        <translation>Der Umsatz hat keinen Buchungstag.</translation>
    </message>
    <message>
        <source>This is not a bank statement that can be read: &lt;%1&gt; of “%2”. Ask the bank for camt.053 in version .02, .04 or .08.</source>
        <translation>Das ist kein Kontoauszug, der verstanden wird: &lt;%1&gt; aus „%2“. Bitten Sie die Bank um camt.053 in Version .02, .04 oder .08.</translation>
    </message>
    <message>
        <source>The statement does not say which account it belongs to.</source>
        <translation>Der Kontoauszug sagt nicht, zu welchem Konto er gehört.</translation>
    </message>
    <message>
        <source>The statement of %1 has no opening or no closing balance, so nobody can tell whether it is complete.</source>
        <translation>Der Kontoauszug von %1 hat keinen Anfangs- oder keinen Endsaldo, sodass niemand sagen kann, ob er vollständig ist.</translation>
    </message>
    <message>
        <source>The file is larger than %1 MiB; ask the bank for a shorter period.</source>
        <translation>Die Datei ist größer als %1 MiB; bitten Sie die Bank um einen kürzeren Zeitraum.</translation>
    </message>
    <message>
        <source>The file declares a document type or entities, which no bank statement has; it is not read.</source>
        <translation>Die Datei deklariert einen Dokumenttyp oder Entitäten, die kein Kontoauszug hat; sie wird nicht gelesen.</translation>
    </message>
    <message>
        <source>The file has no column “%1”, which was chosen for the field “%2”</source>
        <translation>Die Datei hat keine Spalte „%1“, die dem Feld „%2“ zugeordnet wurde</translation>
    </message>
    <message>
        <source>The column “%1” was chosen for the fields “%2” and “%3”; keep one of them</source>
        <translation>Die Spalte „%1“ wurde den Feldern „%2“ und „%3“ zugeordnet; wählen Sie eines</translation>
    </message>
    <message>
        <source>There is neither a customers.csv nor another file of an export in %1; name the folder that holds the export.</source>
        <translation>In %1 ist weder eine customers.csv noch eine andere Datei eines Exports; nennen Sie den Ordner, der sie enthält.</translation>
    </message>
    <message>
        <source>The customer “%1” already has an invoice %2</source>
        <translation>Der Kunde „%1“ hat schon eine Rechnung %2</translation>
    </message>
    <message>
        <source>A draft is not an invoice yet; issue it where it came from, or bill it here</source>
        <translation>Ein Entwurf ist noch keine Rechnung; stellen Sie ihn dort aus, woher er kommt, oder rechnen Sie ihn hier ab</translation>
    </message>
    <message>
        <source>“%1” is too large for an amount; check its decimals</source>
        <translation>„%1“ ist mehr, als ein Betrag sein kann; prüfen Sie die Nachkommastellen</translation>
    </message>
    <message>
        <source>The import was stopped at row %1 of %2; what had not been imported by then is not kept.</source>
        <translation>Der Import wurde in Zeile %1 von %2 angehalten; was noch nicht übernommen war, wird nicht behalten.</translation>
    </message>
    <message>
        <source>The row has no id; without one a second import could not recognize it</source>
        <translation>Die Zeile hat keine Id; ohne sie könnte ein zweiter Import sie nicht wiedererkennen</translation>
    </message>
    <message>
        <source>The id “%1” is already in an earlier row of this file; remove one of the two</source>
        <translation>Die Id „%1“ steht schon in einer früheren Zeile dieser Datei; entfernen Sie eine der beiden</translation>
    </message>
    <message>
        <source>“%1” is not a status that can be imported; write one of %2</source>
        <translation>„%1“ ist kein Status, der importiert werden kann; bekannt sind %2</translation>
    </message>
    <message>
        <source>“%1” is not an interval; write month or year</source>
        <translation>„%1“ ist kein Intervall; gültig sind month und year</translation>
    </message>
    <message>
        <source>“%1” is not a whole number of at least 1</source>
        <translation>„%1“ ist keine ganze Zahl ab 1</translation>
    </message>
    <message>
        <source>The invoice has no issue date</source>
        <translation>Die Rechnung hat kein Ausstellungsdatum</translation>
    </message>
    <message>
        <source>An invoice that is not a draft must have a number</source>
        <translation>Eine Rechnung, die kein Entwurf ist, muss ihre Nummer haben</translation>
    </message>
    <message>
        <source>The customer “%1” already has a subscription that has not ended; only one can be kept</source>
        <translation>Der Kunde „%1“ hat ein Abonnement, das nicht beendet ist; nur eines kann behalten werden</translation>
    </message>
    <message>
        <source>%1 seats of the plan %2 cost more than this amount</source>
        <translation>%1 Plätze des Tarifs %2 kosten mehr als das</translation>
    </message>
    <message>
        <source>The text contains a NUL byte: the file is binary or UTF-16; save it as UTF-8 text</source>
        <translation>Im Text steht ein NUL-Byte: Die Datei ist binär oder UTF-16; speichern Sie sie als UTF-8-Text</translation>
    </message>
    <message>
        <source>The line is longer than 1 MiB, which no row or event should be; check the line endings of the file</source>
        <translation>Die Zeile ist länger als 1 MiB, wie es keine Zeile und kein Ereignis ist; prüfen Sie die Zeilenenden der Datei</translation>
    </message>
    <message>
        <source>The line has a number that is too large; write numbers with so many digits as text</source>
        <translation>Die Zeile hat eine Zahl, die zu groß ist; schreiben Sie als Text, was mehr Ziffern braucht</translation>
    </message>
    <message>
        <source>Only CloudEvents 1.0 is supported</source>
        <translation>Nur CloudEvents 1.0 ist bekannt</translation>
    </message>
    <message>
        <source>The event has no id, which is needed to recognize a repeat</source>
        <translation>Das Ereignis hat keine Id, an der eine Wiederholung erkannt wird</translation>
    </message>
    <message>
        <source>An entry with so many or so deeply nested elements does not come from a bank.</source>
        <translation>Ein Umsatz mit so vielen oder so tief verschachtelten Elementen stammt von keiner Bank.</translation>
    </message>
    <message>
        <source>There is no longer a consumer named %1.</source>
        <translation>Es gibt keinen Ereignisempfänger namens %1 mehr.</translation>
    </message>
    <message>
        <source>This worker is stopping; another one continues job %1.</source>
        <translation>Der Worker wird beendet; ein anderer macht mit Auftrag %1 weiter.</translation>
    </message>
    <message>
        <source>Job %1 is neither waiting nor running; list the jobs to see what became of it.</source>
        <translation>Auftrag %1 wartet nicht und läuft auch nicht; sehen Sie in der Liste der Aufträge nach, was aus ihm geworden ist.</translation>
    </message>
    <message>
        <source>Job %1 is not dead; list the jobs to see what became of it.</source>
        <translation>Auftrag %1 ist nicht endgültig gescheitert; sehen Sie in der Liste der Aufträge nach, was aus ihm geworden ist.</translation>
    </message>
    <message>
        <source>Nothing here handles jobs of the kind %1.</source>
        <translation>Hier erledigt nichts Aufträge der Art „%1“.</translation>
    </message>
    <message>
        <source>A link must be valid for some time to come.</source>
        <translation>Ein Link muss noch eine Zeit lang gültig sein.</translation>
    </message>
    <message>
        <source>Write the address of the pages like https://pay.example.com.</source>
        <translation>Schreiben Sie die Adresse der Seiten wie https://pay.example.com.</translation>
    </message>
    <message>
        <source>Organizations with MRR can only be listed by MRR, and those that are stuck only by age.</source>
        <translation>Organisationen mit MRR lassen sich nur nach MRR auflisten, hängen gebliebene nur nach ihrem Alter.</translation>
    </message>
    <message>
        <source>%1 is already in the team “%2”.</source>
        <translation>%1 ist schon im Team „%2“.</translation>
    </message>
    <message>
        <source>The organization is %1; only a suspended one can be reactivated.</source>
        <translation>Die Organisation hat den Status „%1“; nur eine gesperrte wird wieder freigeschaltet.</translation>
    </message>
    <message>
        <source>The status of the organization has changed again since; it stays as it is now.</source>
        <translation>Der Status der Organisation wurde seitdem erneut geändert; er bleibt, wie er jetzt ist.</translation>
    </message>
    <message>
        <source>A provider may be charging for this invoice right now; wait until it has answered.</source>
        <translation>Ein Anbieter zieht den Betrag dieser Rechnung vielleicht gerade ein; warten Sie, bis er geantwortet hat.</translation>
    </message>
    <message>
        <source>Statement %1 of account %2 was posted before with different content. Ask the bank which of the two is right.</source>
        <translation>Der Kontoauszug %1 des Kontos %2 wurde schon einmal gebucht und sagte damals etwas anderes. Fragen Sie die Bank, welcher der beiden gilt.</translation>
    </message>
    <message>
        <source>The import was cancelled; nothing of it is kept.</source>
        <translation>Der Import wurde abgebrochen; nichts davon bleibt.</translation>
    </message>
    <message>
        <source>The entry is already %1; somebody else was faster.</source>
        <translation>Der Umsatz hat inzwischen den Status „%1“; jemand anderes war schneller.</translation>
    </message>
    <message>
        <source>Each part needs an amount above zero.</source>
        <translation>Jeder Teil beträgt mehr als null.</translation>
    </message>
    <message>
        <source>Name each invoice, and the balance, only once.</source>
        <translation>Nennen Sie jede Rechnung und das Guthaben nur einmal.</translation>
    </message>
    <message>
        <source>The parts add up to %1, but %2 came in; give the rest to the balance.</source>
        <translation>Die Teile ergeben zusammen %1, eingegangen sind aber %2; geben Sie den Rest dem Guthaben.</translation>
    </message>
    <message>
        <source>The statement is in %1, but this entry is in %2; an account has only one currency.</source>
        <translation>Der Kontoauszug ist in %1, dieser Umsatz lautet auf %2; ein Konto hat eine Währung.</translation>
    </message>
    <message>
        <source>The entries add up to more than can be counted.</source>
        <translation>Die Umsätze ergeben zusammen mehr, als gezählt werden kann.</translation>
    </message>
    <message>
        <source>The statement opens with %1 and closes with %2; an account has only one currency.</source>
        <translation>Der Kontoauszug beginnt mit %1 und endet mit %2; ein Konto hat nur eine Währung.</translation>
    </message>
    <message>
        <source>%1 (opening) + %2 (%3 booked entries) = %4, but the statement closes with %5; part of it is missing. Ask the bank for it again.</source>
        <translation>%1 (Anfang) + %2 (%3 gebuchte Umsätze) = %4, der Kontoauszug endet aber mit %5; etwas davon fehlt. Fordern Sie ihn bei der Bank erneut an.</translation>
    </message>
    <message>
        <source>%1 is not waiting for a person: it has ended, or its provider is being asked.</source>
        <translation>%1 wartet auf keinen Menschen: Der Vorgang ist beendet, oder sein Anbieter wird gerade gefragt.</translation>
    </message>
    <message>
        <source>The customer has since gone to another page; what comes of that one counts.</source>
        <translation>Der Kunde ist inzwischen auf einer anderen Seite; es zählt, was dort herauskommt.</translation>
    </message>
    <message>
        <source>Setting up a payment method moves no money: it can only be settled as not carried out.</source>
        <translation>Wo eine Zahlungsart eingerichtet wird, fließt kein Geld: Es lässt sich nur als nicht ausgeführt abschließen.</translation>
    </message>
    <message>
        <source>Invoice %1 has been paid or credited in the meantime; look at the credit again.</source>
        <translation>Auf Rechnung %1 wurde inzwischen etwas bezahlt oder gutgeschrieben; prüfen Sie die Gutschrift noch einmal.</translation>
    </message>
    <message>
        <source>A payment of invoice %1 is being tried; wait for its outcome.</source>
        <translation>Eine Zahlung zu Rechnung %1 wird gerade versucht; warten Sie ihr Ergebnis ab.</translation>
    </message>
    <message>
        <source>The payment method of invoice %1 was declined, and trying again would not help: the customer must act or give another one.</source>
        <translation>Die Zahlungsart der Rechnung %1 wurde so abgelehnt, dass ein weiterer Versuch nichts nützt: Der Kunde muss handeln oder eine andere angeben.</translation>
    </message>
    <message>
        <source>This invoice is not in dunning, or no longer.</source>
        <translation>Diese Rechnung wird nicht (mehr) gemahnt.</translation>
    </message>
    <message>
        <source>Time can be given until a day between tomorrow and %1 days from today.</source>
        <translation>Zahlungsaufschub gibt es bis zu einem Tag ab morgen, höchstens %1 Tage ab heute.</translation>
    </message>
    <message>
        <source>Invoice %1 already has time until then or longer.</source>
        <translation>Für Rechnung %1 gilt der Aufschub schon bis dahin oder länger.</translation>
    </message>
    <message>
        <source>Giving time needs a reason that others can read.</source>
        <translation>Zum Zahlungsaufschub ist ein Grund nötig, den andere lesen können.</translation>
    </message>
    <message>
        <source>“%1” is not a term of dunning.</source>
        <translation>„%1“ ist kein Begriff des Mahnwesens.</translation>
    </message>
    <message>
        <source>Stripe did not open a page that stays open.</source>
        <translation>Stripe öffnet keine Seite, die offen bleibt.</translation>
    </message>
    <message>
        <source>What Stripe says about setup %1 does not fit; a person must look at it.</source>
        <translation>Was Stripe zur Einrichtung %1 sagt, passt nicht zusammen; ein Mensch muss es prüfen.</translation>
    </message>
    <message>
        <source>A refund needs an amount above zero.</source>
        <translation>Eine Erstattung braucht einen Betrag über null.</translation>
    </message>
    <message>
        <source>%1 cannot be refunded on invoice %2; at most %3 can: what was paid, less what was credited or is on its way back.</source>
        <translation>%1 kann von Rechnung %2 nicht zurückgegeben werden; möglich sind höchstens %3: was bezahlt wurde, abzüglich dessen, was gutgeschrieben oder auf dem Rückweg ist.</translation>
    </message>
    <message>
        <source>Stripe did not say what its message was about; it will be asked again (%1).</source>
        <translation>Stripe hat nicht gesagt, worum es in seiner Meldung ging; es wird erneut gefragt (%1).</translation>
    </message>
    <message>
        <source>A received payment needs an amount above zero.</source>
        <translation>Eine eingegangene Zahlung braucht einen Betrag über null.</translation>
    </message>
    <message>
        <source>What is due on invoice %1 has changed since; look at the payment again.</source>
        <translation>Was auf Rechnung %1 offen ist, hat sich seitdem geändert; prüfen Sie die Zahlung noch einmal.</translation>
    </message>
    <message>
        <source>What went to the balance has paid something else since; only %1 of it is left.</source>
        <translation>Was ins Guthaben ging, hat seitdem etwas anderes bezahlt; davon ist nur %1 übrig.</translation>
    </message>
    <message>
        <source>The entry no longer pays anything.</source>
        <translation>Der Umsatz bezahlt inzwischen nichts mehr.</translation>
    </message>
    <message>
        <source>Some of this money was refunded, or is on its way back: it can no longer be taken from the invoice.</source>
        <translation>Ein Teil dieses Geldes wurde zurückgegeben oder ist auf dem Rückweg: Er kann der Rechnung nicht mehr entzogen werden.</translation>
    </message>
    <message>
        <source>An invoice that this money paid has since been credited to the balance; correct that first.</source>
        <translation>Eine Rechnung, die dieses Geld bezahlte, wurde seitdem dem Guthaben gutgeschrieben; bringen Sie das zuerst in Ordnung.</translation>
    </message>
    <message>
        <source>Invoice %1, which this money paid, is now %2.</source>
        <translation>Rechnung %1, die dieses Geld bezahlte, hat inzwischen den Status „%2“.</translation>
    </message>
    <message>
        <source>There is no such issued invoice.</source>
        <translation>Eine solche ausgestellte Rechnung gibt es nicht.</translation>
    </message>
    <message>
        <source>The database in %1 could not be created: %2. Correct this, then start again.</source>
        <translation>Die Datenbank in %1 ließ sich nicht anlegen: %2. Beheben Sie das und starten Sie dann erneut.</translation>
    </message>
    <message>
        <source>The database in %1 did not stop: %2. You can connect to it again.</source>
        <translation>Die Datenbank in %1 hat nicht angehalten: %2. Man kann sich ihr wieder anschließen.</translation>
    </message>
    <message>
        <source>The connection to the database was given up.</source>
        <translation>Das Verbinden mit der Datenbank wurde aufgegeben.</translation>
    </message>
    <message>
        <source>Migration %1 was applied with a different text from the one in this program. Install the Tenantry that made this database, or restore a backup.</source>
        <translation>Die Migration %1 wurde mit einem anderen Text angewendet, als ihn dieses Programm hat. Installieren Sie das Tenantry, das diese Datenbank angelegt hat, oder stellen Sie eine Sicherung wieder her.</translation>
    </message>
    <message>
        <source>This already exists: %1. Open the existing one or choose another key.</source>
        <translation>Das gibt es schon: %1. Öffnen Sie das vorhandene, oder wählen Sie einen anderen Schlüssel.</translation>
    </message>
    <message>
        <source>The subscription is %1; only a running one can be changed.</source>
        <translation>Das Abonnement hat den Status „%1“; nur ein laufendes kann geändert werden.</translation>
    </message>
    <message>
        <source>A subscription needs at least one seat.</source>
        <translation>Ein Abonnement hat mindestens einen Platz.</translation>
    </message>
    <message>
        <source>The subscription has already ended.</source>
        <translation>Das Abonnement ist schon beendet.</translation>
    </message>
    <message>
        <source>The metric %1 cannot be removed: the plan %2 v%3 charges or limits it, and has %4 live subscriptions. Keep the metric until they have moved.</source>
        <translation>Die Metrik %1 kann nicht entfallen: Der Tarif %2 v%3 berechnet oder begrenzt sie; Zahl seiner laufenden Abonnements: %4. Behalten Sie die Metrik, bis sie umgezogen sind.</translation>
    </message>
    <message>
        <source>Version %1 has been applied since this preview was made; look at it again.</source>
        <translation>Seit dieser Vorschau wurde Version %1 angewendet; prüfen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>That is already scheduled for the end of the period.</source>
        <translation>Das ist schon zum Ende des Zeitraums vorgemerkt.</translation>
    </message>
    <message>
        <source>The subscription has already redeemed the coupon %1.</source>
        <translation>Das Abonnement hat den Gutschein %1 schon eingelöst.</translation>
    </message>
    <message>
        <source>The coupon %1 has been redeemed as often as it allows.</source>
        <translation>Der Gutschein %1 wurde so oft eingelöst, wie er darf.</translation>
    </message>
    <message>
        <source>Someone else changed a subscription at the same moment; look at it again.</source>
        <translation>Jemand anderes hat im selben Moment ein Abonnement geändert; sehen Sie es sich noch einmal an.</translation>
    </message>
    <message>
        <source>The organization already has a subscription that has not ended.</source>
        <translation>Die Organisation hat ein Abonnement, das nicht beendet ist.</translation>
    </message>
    <message>
        <source>The event “%1” that it corrects belongs to the metric “%2”, not to “%3”.</source>
        <translation>Das Ereignis „%1“, das es korrigiert, gehört zur Metrik „%2“, nicht zu „%3“.</translation>
    </message>
    <message>
        <source>There is no event “%1” to correct.</source>
        <translation>Es gibt kein Ereignis „%1“, das es korrigieren könnte.</translation>
    </message>
    <message>
        <source>It is dated %1, more than an hour from now; check the sender&apos;s clock.</source>
        <translation>Es hat den Zeitpunkt %1, mehr als eine Stunde nach jetzt; prüfen Sie die Uhr des Absenders.</translation>
    </message>
    <message>
        <source>The quantity of a correction must be negative.</source>
        <translation>Eine Korrektur nimmt weg: Ihre Menge muss negativ sein.</translation>
    </message>
    <message>
        <source>There is no metric “%1”; name a metric of the business.</source>
        <translation>Es gibt keine Metrik „%1“; nennen Sie eine des Geschäfts.</translation>
    </message>
    <message>
        <source>The metric “%1” counts the values of “%2”, which the event does not have.</source>
        <translation>Die Metrik „%1“ zählt die Werte von „%2“; dem Ereignis fehlt dieser Wert.</translation>
    </message>
    <message>
        <source>The metric %1 has usage: its aggregation, “of” and decimals must stay as they are. Add a metric with another name instead.</source>
        <translation>Die Metrik %1 hat Verbrauch: Ihre Aggregation, „of“ und die Nachkommastellen bleiben, wie sie sind. Fügen Sie stattdessen eine Metrik mit einem anderen Namen hinzu.</translation>
    </message>
    <message>
        <source>A reservation of “%1” has no key; give each reservation its own.</source>
        <translation>Eine Reservierung von „%1“ hat keinen Schlüssel; geben Sie jeder ihren eigenen.</translation>
    </message>
    <message>
        <source>“%1” is a maximum or counts distinct values, which cannot be reserved; record its usage instead.</source>
        <translation>„%1“ ist ein Höchstwert oder zählt verschiedene Werte, die sich nicht addieren lassen; erfassen Sie stattdessen den Verbrauch.</translation>
    </message>
    <message>
        <source>The quantity %1 is not between 1 and %2.</source>
        <translation>Die Menge %1 liegt nicht zwischen 1 und %2.</translation>
    </message>
    <message>
        <source>%1 of %2 cannot be committed; commit at least 1 and at most what is reserved, and record the rest as separate usage.</source>
        <translation>%1 von %2 kann nicht als verbraucht gezählt werden; zählen Sie mindestens 1 und höchstens das Reservierte, und erfassen Sie den Rest als eigenen Verbrauch.</translation>
    </message>
    <message>
        <source>The metric “%1” no longer exists; release the reservation.</source>
        <translation>Es gibt keine Metrik „%1“ mehr; geben Sie die Reservierung frei.</translation>
    </message>
    <message>
        <source>It does not name the event that it corrects.</source>
        <translation>Es nennt kein Ereignis, das es korrigiert.</translation>
    </message>
    <message>
        <source>This view no longer exists, or is no longer shared with you.</source>
        <translation>Diese Ansicht gibt es nicht: Sie wurde gelöscht oder ist nicht mehr mit Ihnen geteilt.</translation>
    </message>
    <message>
        <source>Give the view a name of at most 60 characters.</source>
        <translation>Geben Sie der Ansicht einen Namen mit höchstens 60 Zeichen.</translation>
    </message>
    <message>
        <source>You already have a view with that name for this list.</source>
        <translation>Sie haben für diese Liste schon eine Ansicht dieses Namens.</translation>
    </message>
    <message>
        <source>Somebody else has saved the view “%1” in the meantime.</source>
        <translation>Die Ansicht „%1“ wurde inzwischen von jemand anderem gespeichert.</translation>
    </message>
    <message>
        <source>On hold: %1</source>
        <translation>Zurückgehalten: %1</translation>
    </message>
    <message>
        <source>This is not TOML: %1</source>
        <translation>Das ist kein TOML: %1</translation>
    </message>
    <message>
        <source>The consumer %1 broke off: %2</source>
        <translation>Der Ereignisempfänger %1 ist abgebrochen: %2</translation>
    </message>
    <message>
        <source>The handler of %1 broke off: %2</source>
        <translation>Die Bearbeitung von %1 ist abgebrochen: %2</translation>
    </message>
    <message>
        <source>The job %1 %2 failed %3 times, the last time with: %4</source>
        <translation>Der Auftrag %1 %2 ist %3-mal gescheitert, zuletzt mit: %4</translation>
    </message>
    <message>
        <source>The database in %1 is still recovering from a crash. Wait a little, then start again. The end of its log says: %2</source>
        <translation>Die Datenbank in %1 erholt sich noch von einem Absturz. Warten Sie ein wenig, und starten Sie dann erneut. Am Ende ihres Protokolls steht: %2</translation>
    </message>
    <message>
        <source>Query %1: %2</source>
        <translation>Abfrage %1: %2</translation>
    </message>
    <message>
        <source>Migration %1: %2</source>
        <translation>Bei der Migration %1: %2</translation>
    </message>
    <message>
        <source>Usage event “%1”: %2</source>
        <translation>Verbrauchsereignis „%1“: %2</translation>
    </message>
    <message>
        <source>Reservation “%1”: %2</source>
        <translation>Reservierung „%1“: %2</translation>
    </message>
    <message>
        <source>It is already final; only a draft can be held.</source>
        <translation>Sie ist schon festgeschrieben; nur ein Entwurf wird zurückgehalten.</translation>
    </message>
    <message>
        <source>Its whole organization is on hold: %1</source>
        <translation>Die ganze Organisation wird zurückgehalten: %1</translation>
    </message>
    <message>
        <source>There is no such organization.</source>
        <translation>Diese Organisation gibt es nicht.</translation>
    </message>
    <message>
        <source>More than %1 rows failed; the rest was not tried.</source>
        <translation>Mehr als %1 Zeilen sind gescheitert; die übrigen wurden nicht versucht.</translation>
    </message>
    <message>
        <source>There is no such mail.</source>
        <translation>Diese E-Mail gibt es nicht.</translation>
    </message>
    <message>
        <source>The mail is now %1.</source>
        <translation>Die E-Mail hat jetzt den Status „%1“.</translation>
    </message>
    <message>
        <source>The entry is now %1.</source>
        <translation>Der Umsatz hat jetzt den Status „%1“.</translation>
    </message>
    <message>
        <source>There is no such entry.</source>
        <translation>Diesen Umsatz gibt es nicht.</translation>
    </message>
    <message>
        <source>An invoice of this amount is approved by one person and finalized by another.</source>
        <translation>Eine Rechnung über diesen Betrag gibt eine Person frei, und eine andere schreibt sie fest.</translation>
    </message>
    <message>
        <source>The folder has a usage.jsonl, and your role may not record usage; nothing was imported. Move it out of the folder and import it as the worker: “tenantryctl usage import”.</source>
        <translation>Der Ordner enthält eine usage.jsonl, und Ihre Rolle darf keinen Verbrauch erfassen; es wurde nichts importiert. Legen Sie sie woanders hin und importieren Sie sie als Worker: „tenantryctl usage import“.</translation>
    </message>
    <message>
        <source>The subscription already renews by itself.</source>
        <translation>Das Abonnement verlängert sich bereits selbst.</translation>
    </message>
    <message>
        <source>The subscription already ends with its period.</source>
        <translation>Das Abonnement endet bereits mit seinem Zeitraum.</translation>
    </message>
    <message>
        <source>A trial has no more than %1 days.</source>
        <translation>Eine Testphase hat höchstens %1 Tage.</translation>
    </message>
    <message>
        <source>A price is not below zero.</source>
        <translation>Ein Preis liegt nicht unter null.</translation>
    </message>
    <message>
        <source>Say why this entry is not a customer&apos;s.</source>
        <translation>Sagen Sie, warum dieser Umsatz von keinem Kunden ist.</translation>
    </message>
    <message>
        <source>The current period from %1 to %2 is not one %3 long.</source>
        <translation>Der laufende Zeitraum von %1 bis %2 hat nicht die Länge „%3“.</translation>
    </message>
    <message>
        <source>The current period ends before the subscription begins.</source>
        <translation>Der laufende Zeitraum endet, bevor das Abonnement beginnt.</translation>
    </message>
    <message>
        <source>It is trialing, and does not say until when.</source>
        <translation>Es ist in der Testphase und sagt nicht, bis wann.</translation>
    </message>
    <message>
        <source>Its trial ends before it begins.</source>
        <translation>Seine Testphase endet, bevor es beginnt.</translation>
    </message>
    <message>
        <source>It has ended, and does not say when.</source>
        <translation>Es hat geendet und sagt nicht, wann.</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>Es endet, bevor es beginnt.</translation>
    </message>
    <message>
        <source>Something else is scheduled for the end of its period; take that back first.</source>
        <translation>Für das Ende des Zeitraums ist etwas anderes vorgemerkt; nehmen Sie das zuerst zurück.</translation>
    </message>
    <message>
        <source>So much is no balance; enter a smaller amount.</source>
        <translation>So viel ist kein Guthaben; geben Sie einen kleineren Betrag ein.</translation>
    </message>
    <message>
        <source>%1 of invoice %2 is paid; credit what is left of it instead of voiding it.</source>
        <translation>%1 der Rechnung %2 sind bezahlt; schreiben Sie den Rest gut, statt sie zu stornieren.</translation>
    </message>
    <message>
        <source>Something of invoice %1 was credited already; credit what is left of it instead of voiding it.</source>
        <translation>Von der Rechnung %1 wurde schon etwas gutgeschrieben; schreiben Sie den Rest gut, statt sie zu stornieren.</translation>
    </message>
    <message>
        <source>Invoice %1 was changed by somebody else meanwhile; try again.</source>
        <translation>Die Rechnung %1 hat inzwischen jemand anderes geändert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>A balance is changed by hand with a reason; say why.</source>
        <translation>Ein Guthaben wird nur mit einem Grund von Hand geändert; geben Sie an, warum.</translation>
    </message>
    <message>
        <source>The balance or what is open has changed since; look at it again.</source>
        <translation>Das Guthaben oder was offen ist hat sich seitdem geändert; sehen Sie es noch einmal an.</translation>
    </message>
    <message>
        <source>An invoice is voided with a reason; say why it should not be.</source>
        <translation>Eine Rechnung wird nur mit einem Grund storniert; geben Sie an, warum es sie nicht geben soll.</translation>
    </message>
    <message>
        <source>What voiding invoice %1 comes to has changed since; look at it again.</source>
        <translation>Was die Stornierung der Rechnung %1 ergibt, hat sich seitdem geändert; sehen Sie es noch einmal an.</translation>
    </message>
    <message>
        <source>What is due on invoice %1 has changed since; look at it again.</source>
        <translation>Was auf der Rechnung %1 fällig ist, hat sich seitdem geändert; sehen Sie es noch einmal an.</translation>
    </message>
    <message>
        <source>The file has no column “Date”; a row says of which day its rates are.</source>
        <translation>Die Datei hat keine Spalte „Date“; jede Zeile sagt, von welchem Tag ihre Kurse sind.</translation>
    </message>
    <message>
        <source>No column of the file is a currency; their names are like USD.</source>
        <translation>Keine Spalte der Datei ist eine Währung; sie heißen wie USD.</translation>
    </message>
    <message>
        <source>“%1” is not a rate; write how much of the currency one of the base is, like 1.0842.</source>
        <translation>„%1“ ist kein Kurs; schreiben Sie, wie viel von der Währung eine Einheit der Basis ist, etwa 1.0842.</translation>
    </message>
    <message>
        <source>“%1” is not a day; write 2026-01-31.</source>
        <translation>„%1“ ist kein Tag; schreiben Sie 2026-01-31.</translation>
    </message>
    <message>
        <source>The organization has no usage event “%1” to correct.</source>
        <translation>Die Organisation hat kein Verbrauchsereignis „%1“, das zu korrigieren wäre.</translation>
    </message>
    <message>
        <source>Of the event “%1” %2 are left; a correction takes no more.</source>
        <translation>Vom Ereignis „%1“ sind %2 übrig; mehr nimmt eine Korrektur nicht weg.</translation>
    </message>
    <message>
        <source>Usage is corrected with a reason; say why.</source>
        <translation>Verbrauch wird mit einem Grund korrigiert; sagen Sie, warum.</translation>
    </message>
    <message>
        <source>What the period comes to, or the event, has changed since; look at it again.</source>
        <translation>Was der Zeitraum ergibt, oder das Ereignis, hat sich seither geändert; sehen Sie es noch einmal an.</translation>
    </message>
    <message>
        <source>It takes away more than is left of the event “%1”.</source>
        <translation>Sie nimmt mehr weg, als vom Ereignis „%1“ übrig ist.</translation>
    </message>
    <message>
        <source>“%1” is no quantity; “%2” has %3 decimals.</source>
        <translation>„%1“ ist keine Menge; „%2“ hat %3 Nachkommastellen.</translation>
    </message>
    <message>
        <source>The organization has no billing period on %1; choose another one.</source>
        <translation>Die Organisation hat am %1 keinen Abrechnungszeitraum; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Say why the contract gets other limits.</source>
        <translation>Sagen Sie, warum der Vertrag andere Limits bekommt.</translation>
    </message>
    <message>
        <source>The metric %1 cannot be removed: contracts of %2 limit it. Keep the metric until they have ended.</source>
        <translation>Die Metrik %1 kann nicht entfernt werden: Verträge (%2) begrenzen sie. Behalten Sie sie, bis diese geendet haben.</translation>
    </message>
    <message>
        <source>A limit of %1 is not below zero; −1 is unlimited.</source>
        <translation>Ein Limit von %1 liegt nicht unter null; −1 ist unbegrenzt.</translation>
    </message>
    <message>
        <source>The contract already has those limits.</source>
        <translation>Der Vertrag hat diese Limits schon.</translation>
    </message>
    <message>
        <source>It is on trial or not running and would end at once: choose that, or leave it out.</source>
        <translation>Es ist in der Testphase oder ruht und würde sofort enden; wählen Sie das, oder lassen Sie es aus.</translation>
    </message>
    <message>
        <source>By now something else is scheduled for the end of its period.</source>
        <translation>Inzwischen ist für das Ende seines Zeitraums etwas anderes geplant.</translation>
    </message>
    <message>
        <source>%1 is in an earlier row of this file; remove one of the two.</source>
        <translation>%1 steht schon in einer früheren Zeile dieser Datei; entfernen Sie eine der beiden.</translation>
    </message>
    <message>
        <source>Ask for 1 to %1 values.</source>
        <translation>Verlangen Sie 1 bis %1 Werte.</translation>
    </message>
    <message>
        <source>It cannot be undone, because of what changed since: %1. Set the limits anew.</source>
        <translation>Es lässt sich nicht rückgängig machen, weil sich seither etwas geändert hat: %1. Setzen Sie die Limits neu.</translation>
    </message>
    <message>
        <source>A limit of %1 is at most %2; −1 is unlimited.</source>
        <translation>Ein Limit von %1 ist höchstens %2; −1 ist unbegrenzt.</translation>
    </message>
    <message>
        <source>%1 is there and no database, for it has no PG_VERSION that can be read. Restore it from a backup, or move it away to begin with an empty one.</source>
        <translation>%1 ist da und keine Datenbank, denn darin fehlt ein lesbares PG_VERSION. Stellen Sie das Verzeichnis aus einer Sicherung wieder her, oder verschieben Sie es, um mit einer leeren Datenbank zu beginnen.</translation>
    </message>
    <message>
        <source>What is due is not what was shown any more: %1 invoices of %2 instead of %3 of %4. Nothing was issued; look at it again.</source>
        <translation>Fällig ist nicht mehr, was gezeigt wurde: %1 Rechnungen über %2 statt %3 über %4. Nichts wurde ausgestellt; sehen Sie es neu an.</translation>
    </message>
    <message>
        <source>As much is due as was shown, but %1 invoices of %2 would become final instead of %3 of %4. Nothing was issued; look at it again.</source>
        <translation>Fällig ist so viel wie gezeigt, aber %1 Rechnungen über %2 würden festgeschrieben statt %3 über %4. Nichts wurde ausgestellt; sehen Sie es neu an.</translation>
    </message>
    <message>
        <source>What is paid out is above zero; enter how much it was.</source>
        <translation>Was ausgezahlt wird, ist über null; geben Sie ein, wie viel es war.</translation>
    </message>
    <message>
        <source>The program made a mistake with it: %1. Report it.</source>
        <translation>Das Programm hat damit einen Fehler gemacht: %1. Melden Sie ihn.</translation>
    </message>
    <message>
        <source>Someone else changed what was billed of the usage at the same moment.</source>
        <translation>Jemand anderes hat im selben Moment geändert, was vom Verbrauch berechnet wurde.</translation>
    </message>
    <message>
        <source>The database takes no changes at the moment: %1. Connect to the server that does.</source>
        <translation>Die Datenbank nimmt gerade keine Änderungen an: %1. Verbinden Sie sich mit dem Server, der sie annimmt.</translation>
    </message>
    <message>
        <source>%1 of invoice %2 is written off; it can no longer be voided or credited.</source>
        <translation>Von Rechnung %2 sind %1 ausgebucht; sie kann nicht mehr storniert oder gutgeschrieben werden.</translation>
    </message>
    <message>
        <source>The database server could not do its work: %1. Tell whoever runs it, then try again.</source>
        <translation>Der Datenbankserver konnte seine Arbeit nicht tun: %1. Sagen Sie es seinem Betreiber, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Invoice %1 is %2; only a void invoice is issued again.</source>
        <translation>Rechnung %1 ist %2; nur eine stornierte Rechnung wird neu ausgestellt.</translation>
    </message>
    <message>
        <source>Invoice %1 was issued again already: it is a draft.</source>
        <translation>Rechnung %1 wurde schon neu ausgestellt: als Entwurf.</translation>
    </message>
    <message>
        <source>Invoice %1 was issued again already: as %2.</source>
        <translation>Rechnung %1 wurde schon neu ausgestellt: als %2.</translation>
    </message>
    <message>
        <source>Invoice %1 took back what other invoices bill; make the change that it was for anew.</source>
        <translation>Rechnung %1 hat zurückgenommen, was andere Rechnungen berechnen; nehmen Sie die Änderung, zu der sie gehörte, neu vor.</translation>
    </message>
    <message>
        <source>The days from %1 to before %2 of invoice %3 are billed by %4 by now; void that first, or charge what is missing by hand.</source>
        <translation>Die Tage von %1 bis vor %2 der Rechnung %3 sind inzwischen mit %4 berechnet; stornieren Sie die zuerst, oder berechnen Sie, was fehlt, von Hand.</translation>
    </message>
    <message>
        <source>All that invoice %1 billed is billed by others by now.</source>
        <translation>Alles, was Rechnung %1 berechnet hat, ist inzwischen mit anderen berechnet.</translation>
    </message>
    <message>
        <source>What the invoice would come to has changed since; look at it again.</source>
        <translation>Was die Rechnung ergäbe, hat sich seitdem geändert; sehen Sie es sich noch einmal an.</translation>
    </message>
    <message>
        <source>The days from %1 to before %2 of invoice %3 are on a draft by now.</source>
        <translation>Die Tage von %1 bis vor %2 der Rechnung %3 stehen inzwischen auf einem Entwurf.</translation>
    </message>
    <message>
        <source>Invoice %1 was issued elsewhere; charge by hand what it was for.</source>
        <translation>Rechnung %1 wurde anderswo ausgestellt; berechnen Sie von Hand, wofür sie war.</translation>
    </message>
    <message>
        <source>It no longer comes to what was previewed: now it bills nothing at once and its MRR is then %1; look at it again.</source>
        <translation>Es ergibt sich etwas anderes als in der Vorschau: jetzt wird nichts sofort berechnet, und die MRR ist danach %1; prüfen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The draft comes to %1 now, with %2 of tax; look at it again.</source>
        <translation>Der Entwurf kommt jetzt auf %1, davon %2 Steuer; sehen Sie ihn noch einmal an.</translation>
    </message>
    <message>
        <source>Nothing is due for it any more.</source>
        <translation>Für sie ist nichts mehr fällig.</translation>
    </message>
    <message>
        <source>What is due for it comes to %1 now; look at it again.</source>
        <translation>Was für sie fällig ist, kommt jetzt auf %1; sehen Sie es noch einmal an.</translation>
    </message>
    <message>
        <source>The move no longer comes to what was previewed: %1 would be moved now. Nothing was moved; look at it again.</source>
        <translation>Der Wechsel ergibt etwas anderes als in der Vorschau: jetzt würden %1 wechseln. Nichts wurde umgestellt; sehen Sie es noch einmal an.</translation>
    </message>
    <message>
        <source>It could not be moved when that was previewed; look at it again.</source>
        <translation>In der Vorschau konnte es nicht wechseln; sehen Sie es noch einmal an.</translation>
    </message>
    <message>
        <source>The subscription has not redeemed the coupon %1.</source>
        <translation>Das Abonnement hat den Gutschein %1 nicht eingelöst.</translation>
    </message>
    <message>
        <source>The coupon %1 takes nothing off after that as it is.</source>
        <translation>Der Gutschein %1 zieht danach ohnehin nichts mehr ab.</translation>
    </message>
    <message>
        <source>The coupon “%1” is not given out any more.</source>
        <translation>Der Gutschein „%1“ wird nicht mehr vergeben.</translation>
    </message>
    <message>
        <source>The amount of invoice %1 was tried %2 times with this payment method within 30 days, as often as card networks bear; it can be tried again from %3 on.</source>
        <translation>Der Betrag der Rechnung %1 wurde mit dieser Zahlungsart binnen 30 Tagen %2-mal versucht, so oft Kartennetze es dulden; ab %3 kann er wieder versucht werden.</translation>
    </message>
    <message>
        <source>The next number of %1 would be %2, which a document has already. Change [invoice] %3 too.</source>
        <translation>Die nächste Nummer von %1 wäre %2, und die hat schon ein Dokument. Ändern Sie auch [invoice] %3.</translation>
    </message>
    <message>
        <source>Two statements overlap %1 (%2 apart).</source>
        <translation>Zwei Auszüge überschneiden sich %1 (%2 Unterschied).</translation>
    </message>
    <message>
        <source>A statement is missing %1 (%2 apart).</source>
        <translation>Ein Auszug fehlt %1 (%2 Unterschied).</translation>
    </message>
    <message>
        <source>Statement number %3 is missing %1 (%2 apart).</source>
        <translation>Auszug Nummer %3 fehlt %1 (%2 Unterschied).</translation>
    </message>
    <message>
        <source>Statements number %3 to %4 are missing %1 (%2 apart).</source>
        <translation>Die Auszüge Nummer %3 bis %4 fehlen %1 (%2 Unterschied).</translation>
    </message>
    <message>
        <source>Say why nothing is missing between them.</source>
        <translation>Sagen Sie, warum zwischen ihnen nichts fehlt.</translation>
    </message>
    <message>
        <source>No gap is open before a statement %1.</source>
        <translation>Vor einem Auszug %1 ist keine Lücke offen.</translation>
    </message>
    <message>
        <source>Another statement may have brought this entry already; say first whether it is another payment or the same.</source>
        <translation>Vielleicht hat schon ein anderer Auszug diesen Umsatz gebracht; sagen Sie zuerst, ob er eine andere Zahlung oder dieselbe ist.</translation>
    </message>
    <message>
        <source>No other statement seems to have brought this entry.</source>
        <translation>Kein anderer Auszug scheint diesen Umsatz gebracht zu haben.</translation>
    </message>
    <message>
        <source>Somebody has said meanwhile that the entry is another payment, or took it back; look at it again.</source>
        <translation>Jemand hat inzwischen gesagt, dass der Umsatz eine andere Zahlung ist, oder es zurückgenommen; sehen Sie ihn noch einmal an.</translation>
    </message>
    <message>
        <source>Say why the customer at Stripe is forgotten.</source>
        <translation>Sagen Sie, warum der Kunde bei Stripe vergessen wird.</translation>
    </message>
    <message>
        <source>Stripe knows organization %1 by nothing.</source>
        <translation>Stripe kennt die Organisation %1 unter nichts.</translation>
    </message>
    <message>
        <source>A password has at least %1 letters, digits and marks of ASCII.</source>
        <translation>Ein Passwort hat mindestens %1 Buchstaben, Ziffern und Zeichen aus ASCII.</translation>
    </message>
    <message>
        <source>The password cannot be used: %1</source>
        <translation>Das Passwort kann nicht verwendet werden: %1</translation>
    </message>
    <message>
        <source>There is no login %1 of staff.</source>
        <translation>Es gibt keine Anmeldung %1 von Mitarbeitern.</translation>
    </message>
    <message>
        <source>A login is at most 63 small letters, digits and . _ @ -, begins with a letter, and neither with pg_ nor with %1_.</source>
        <translation>Eine Anmeldung besteht aus höchstens 63 Kleinbuchstaben, Ziffern und . _ @ -, beginnt mit einem Buchstaben und weder mit pg_ noch mit %1_.</translation>
    </message>
    <message>
        <source>“%1” is no group; there are %2.</source>
        <translation>„%1“ ist keine Gruppe; es gibt %2.</translation>
    </message>
    <message>
        <source>The server has a login %1 already, which has rights or may connect.</source>
        <translation>Der Server hat schon eine Anmeldung %1, die Rechte hat oder sich verbinden darf.</translation>
    </message>
    <message>
        <source>%1 is a superuser, or the login that you are: it is not ended here.</source>
        <translation>%1 ist ein Superuser oder Ihre eigene Anmeldung: sie wird hier nicht beendet.</translation>
    </message>
    <message>
        <source>%1 is still in %2, which the login that you are cannot take back; nothing was changed.</source>
        <translation>%1 ist noch in %2, was Ihre Anmeldung nicht zurücknehmen kann; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Invoice %1 is already %2; only a draft can be discarded.</source>
        <translation>Rechnung %1 ist schon %2; nur ein Entwurf kann verworfen werden.</translation>
    </message>
    <message>
        <source>The draft takes back what other invoices bill, and could not be drafted again; finalize it and credit what is wrong.</source>
        <translation>Der Entwurf nimmt zurück, was andere Rechnungen berechnen, und könnte nicht neu entworfen werden; schreiben Sie ihn fest und schreiben Sie gut, was falsch ist.</translation>
    </message>
    <message>
        <source>A change took back something of this draft already; discard or void what the change made first.</source>
        <translation>Eine Änderung hat schon etwas von diesem Entwurf zurückgenommen; verwerfen oder stornieren Sie zuerst, was die Änderung erzeugt hat.</translation>
    </message>
    <message>
        <source>A draft is discarded with a reason; say why it should not be issued.</source>
        <translation>Ein Entwurf wird mit einem Grund verworfen; sagen Sie, warum er nicht ausgestellt werden soll.</translation>
    </message>
    <message>
        <source>It moved at the provider without us, which tells of it by itself: there is nothing to ask again.</source>
        <translation>Es hat sich ohne uns beim Anbieter bewegt, der von selbst davon berichtet: Es gibt nichts erneut zu fragen.</translation>
    </message>
    <message>
        <source>We asked for nothing that could have been carried out: it can only be ended as of no concern to the books.</source>
        <translation>Wir haben nichts verlangt, was ausgeführt worden sein könnte: Es kann nur als für die Bücher ohne Belang beendet werden.</translation>
    </message>
    <message>
        <source>This cannot be booked so: it is booked in another way, or ended.</source>
        <translation>Das kann so nicht gebucht werden: Es wird auf andere Weise gebucht oder beendet.</translation>
    </message>
    <message>
        <source>No money has moved there yet, so that there is nothing to book.</source>
        <translation>Dort hat sich noch kein Geld bewegt, sodass es nichts zu buchen gibt.</translation>
    </message>
    <message>
        <source>Invoice %1 is in %2; %3 cannot be booked on it.</source>
        <translation>Die Rechnung %1 ist in %2; %3 kann nicht auf sie gebucht werden.</translation>
    </message>
    <message>
        <source>What it comes to on invoice %1 has changed since; look at it again.</source>
        <translation>Was es auf der Rechnung %1 ausmacht, hat sich seither geändert; sehen Sie es sich noch einmal an.</translation>
    </message>
    <message>
        <source>The provider says something else of it by now; look at it again.</source>
        <translation>Der Anbieter sagt inzwischen etwas anderes dazu; sehen Sie es sich noch einmal an.</translation>
    </message>
    <message>
        <source>The charge that it is about pays no invoice (any more). Where it went to the customer&apos;s balance, book it as paid out of that.</source>
        <translation>Die Belastung, um die es geht, bezahlt keine Rechnung (mehr). Ging sie an das Guthaben des Kunden, buchen Sie es als daraus ausgezahlt.</translation>
    </message>
    <message>
        <source>What the draft comes to has changed since; look at it again.</source>
        <translation>Was der Entwurf ergibt, hat sich inzwischen geändert; sehen Sie ihn noch einmal an.</translation>
    </message>
    <message>
        <source>This money went out; it cannot pay an invoice. If the bank sent back what came in before, say of which entry it is the return.</source>
        <translation>Dieses Geld ging hinaus; es kann keine Rechnung bezahlen. Wenn die Bank zurückgab, was vorher einging, sagen Sie, von welchem Umsatz es die Rückgabe ist.</translation>
    </message>
    <message>
        <source>All parts of an entry go to one organization. If it pays several, dismiss it with that reason and record a payment of each.</source>
        <translation>Alle Teile eines Umsatzes gehen an eine Organisation. Wenn er für mehrere ist, legen Sie ihn mit diesem Grund ab und erfassen Sie von jeder eine Zahlung.</translation>
    </message>
    <message>
        <source>This money came in; only what went out can have sent back what came before.</source>
        <translation>Dieses Geld ging ein; nur was hinausging, kann zurückgegeben haben, was vorher kam.</translation>
    </message>
    <message>
        <source>The two entries are of different accounts or currencies.</source>
        <translation>Die beiden Umsätze sind von verschiedenen Konten oder Währungen.</translation>
    </message>
    <message>
        <source>%1 came in, but %2 went out: a transfer goes back whole. Undo the assignment instead, and dismiss both.</source>
        <translation>%1 gingen ein, aber %2 gingen hinaus: Eine Überweisung geht ganz zurück. Machen Sie stattdessen die Zuordnung rückgängig und legen Sie beide ab.</translation>
    </message>
    <message>
        <source>It went out on %1, before the other came in on %2.</source>
        <translation>Es ging am %1 hinaus, bevor das andere am %2 einging.</translation>
    </message>
    <message>
        <source>The entry that came in pays nothing: it is %1.</source>
        <translation>Der Umsatz, der einging, bezahlt nichts: Er ist %1.</translation>
    </message>
    <message>
        <source>The subscription is paused; resume it first, then change it.</source>
        <translation>Das Abonnement ist pausiert; setzen Sie es zuerst fort, dann ändern Sie es.</translation>
    </message>
    <message>
        <source>As much is due as was shown, but other drafts are lowered, or by another amount. Nothing was issued; look at it again.</source>
        <translation>Fällig ist so viel wie gezeigt, aber andere Entwürfe werden gesenkt, oder um einen anderen Betrag. Es wurde nichts ausgestellt; bitte erneut ansehen.</translation>
    </message>
    <message>
        <source>There is no add-on “%1” on sale.</source>
        <translation>Ein Add-on „%1“ wird nicht verkauft.</translation>
    </message>
    <message>
        <source>“%1” is not a business file; the files are business, metrics, addons, coupons, tax, dunning, roles, onboarding (.toml), plans/*.toml and mail/*.toml. Rename the file or move it away.</source>
        <translation>„%1“ ist keine Geschäftsdatei: Es gibt business, metrics, addons, coupons, tax, dunning, roles, onboarding (.toml) sowie plans/*.toml und mail/*.toml. Benennen Sie die Datei um oder verschieben Sie sie.</translation>
    </message>
    <message>
        <source>This is an account report (camt.052), whose day is not over: its entries may still change. Ask the bank for the statement, camt.053 in version .02, .04 or .08.</source>
        <translation>Dies ist ein Kontobericht (camt.052), dessen Tag noch nicht vorbei ist: Seine Umsätze können sich noch ändern. Verlangen Sie von der Bank den Kontoauszug, camt.053 in Version .02, .04 oder .08.</translation>
    </message>
    <message>
        <source>This is a notification of single movements (camt.054), without balances: nobody can tell whether one is missing. Ask the bank for the statement, camt.053 in version .02, .04 or .08, with the details of batches in it.</source>
        <translation>Dies ist eine Anzeige einzelner Umsätze (camt.054) ohne Salden: Niemand kann sagen, ob einer fehlt. Verlangen Sie von der Bank den Kontoauszug, camt.053 in Version .02, .04 oder .08, mit den Einzelheiten der Sammelbuchungen.</translation>
    </message>
    <message>
        <source>An event is missing here: there is one comma too many</source>
        <translation>Hier fehlt ein Ereignis: Es steht ein Komma zu viel</translation>
    </message>
    <message>
        <source>The file ends here, within its array of events; it was cut off: fetch it whole and import it again</source>
        <translation>Die Datei endet hier, mitten in ihrer Liste von Ereignissen; sie wurde abgeschnitten: Holen Sie sie ganz und importieren Sie sie noch einmal</translation>
    </message>
    <message>
        <source>The file is no array of events</source>
        <translation>Die Datei ist keine Liste von Ereignissen</translation>
    </message>
    <message>
        <source>A bracket or quote is missing before this place, so that nobody can tell where the event ends; correct it and import the file again</source>
        <translation>Vor dieser Stelle fehlt eine Klammer oder ein Anführungszeichen, sodass niemand sagen kann, wo das Ereignis endet; berichtigen Sie es und importieren Sie die Datei noch einmal</translation>
    </message>
    <message>
        <source>The event is longer than 1 MiB, which none should be; a bracket or quote may be missing</source>
        <translation>Das Ereignis ist länger als 1 MiB, was keines sein sollte; vielleicht fehlt eine Klammer oder ein Anführungszeichen</translation>
    </message>
    <message>
        <source>The array of events has ended, and something follows it; a file holds one array</source>
        <translation>Die Liste von Ereignissen ist zu Ende, und es folgt noch etwas; eine Datei enthält eine Liste</translation>
    </message>
    <message>
        <source>The event is not valid JSON from here on</source>
        <translation>Das Ereignis ist ab hier kein gültiges JSON</translation>
    </message>
    <message>
        <source>The event is not a JSON object</source>
        <translation>Das Ereignis ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>The add-on %1 is not sold in %2 per %3; a subscription that has it cannot be billed so.</source>
        <translation>Das Add-on %1 wird nicht in %2 je %3 verkauft; ein Abonnement mit ihm kann nicht so abgerechnet werden.</translation>
    </message>
    <message>
        <source>A subscription has at most %1 of the add-on %2.</source>
        <translation>Ein Abonnement hat das Add-on %2 höchstens %1-mal.</translation>
    </message>
    <message>
        <source>The subscription already has so many of that add-on.</source>
        <translation>Das Abonnement hat dieses Add-on bereits in dieser Menge.</translation>
    </message>
    <message>
        <source>The subscription already has that plan, interval, price, currency and number of seats.</source>
        <translation>Das Abonnement hat schon diesen Tarif, dieses Intervall, diesen Preis, diese Währung und diese Plätze.</translation>
    </message>
    <message>
        <source>The metric %1 cannot be removed: %3 have the add-on %2, which grants more of it. Keep the metric until they have ended.</source>
        <translation>Die Metrik %1 kann nicht entfallen: %3 haben das Add-on %2, das mehr davon gewährt. Behalten Sie die Metrik, bis sie beendet sind.</translation>
    </message>
    <message>
        <source>The charge that it is about is no longer in the books. Book it as a loss.</source>
        <translation>Die Belastung, um die es geht, steht nicht mehr in den Büchern. Buchen Sie es als Verlust.</translation>
    </message>
    <message>
        <source>Only %1 of a payment of %2 is contested, so that it cannot be taken back as a whole; book it as a refund or a loss.</source>
        <translation>Nur %1 einer Zahlung von %2 sind angefochten, sodass sie nicht als Ganzes zurückgenommen werden kann; buchen Sie es als Erstattung oder als Verlust.</translation>
    </message>
    <message>
        <source>It moves at the end of its period, and its plan, interval, price, currency, seats or add-ons change with that; take that back first.</source>
        <translation>Es wechselt am Ende seines Zeitraums, und damit ändern sich Tarif, Intervall, Preis, Währung, Plätze oder Add-ons; nehmen Sie das zuerst zurück.</translation>
    </message>
    <message>
        <source>Of the payment that it is about only %1 is left; the rest was given or charged back.</source>
        <translation>Von der Zahlung, um die es geht, sind nur noch %1 übrig; der Rest wurde erstattet oder zurückgebucht.</translation>
    </message>
    <message>
        <source>Of what was paid for invoice %1, %2 went back at the provider and is booked as a loss; at most %3 can be refunded.</source>
        <translation>Von dem, was für Rechnung %1 bezahlt wurde, gingen beim Anbieter %2 zurück und sind als Verlust verbucht; höchstens %3 können erstattet werden.</translation>
    </message>
    <message>
        <source>Invoice %1 is paid; credit it instead of voiding it, or take back the payment where none came.</source>
        <translation>Rechnung %1 ist bezahlt; schreiben Sie sie gut, statt sie zu stornieren, oder nehmen Sie die Zahlung zurück, wenn keine kam.</translation>
    </message>
    <message>
        <source>The entry waits; there is nothing of it that could be undone.</source>
        <translation>Der Umsatz wartet; es gibt nichts, was rückgängig gemacht werden könnte.</translation>
    </message>
    <message>
        <source>Invoice %1 is paid already; assign the money to another one, or give it to the customer&apos;s balance.</source>
        <translation>Rechnung %1 ist schon bezahlt; ordnen Sie das Geld einer anderen zu, oder geben Sie es dem Guthaben des Kunden.</translation>
    </message>
    <message>
        <source>The customer of invoice %1 has no payment method to charge; give them the link to their account, where they set one up.</source>
        <translation>Der Kunde der Rechnung %1 hat keine Zahlungsart, die versucht werden kann; geben Sie ihm den Link zu seinem Konto, wo er eine einrichtet.</translation>
    </message>
    <message>
        <source>Nothing was paid for invoice %1 that could be given back.</source>
        <translation>Für Rechnung %1 wurde nichts bezahlt, was erstattet werden könnte.</translation>
    </message>
    <message>
        <source>Nothing is left of what was paid for invoice %1: it was credited, given back or is on its way back.</source>
        <translation>Von dem, was für Rechnung %1 bezahlt wurde, ist nichts übrig: Es wurde gutgeschrieben, erstattet oder ist auf dem Weg zurück.</translation>
    </message>
    <message>
        <source>A payment is taken back with a reason; say why it is none.</source>
        <translation>Eine Zahlung wird mit einem Grund zurückgenommen; schreiben Sie, warum es keine ist.</translation>
    </message>
    <message>
        <source>%1 is still to come; a payment is recorded once it came.</source>
        <translation>Der %1 kommt erst noch; eine Zahlung wird erfasst, wenn sie da ist.</translation>
    </message>
    <message>
        <source>%1 lies in a month that is closed; the books are closed through %2. Record the payment on a later day.</source>
        <translation>Der %1 liegt in einem abgeschlossenen Monat; die Bücher sind bis %2 geschlossen. Erfassen Sie die Zahlung an einem späteren Tag.</translation>
    </message>
    <message>
        <source>There is no payment %1.</source>
        <translation>Es gibt keine Zahlung %1.</translation>
    </message>
    <message>
        <source>The payment was taken back already.</source>
        <translation>Die Zahlung wurde schon zurückgenommen.</translation>
    </message>
    <message>
        <source>The payment came by an entry of the bank; undo the assignment of that.</source>
        <translation>Die Zahlung kam mit einem Umsatz der Bank; machen Sie dessen Zuordnung rückgängig.</translation>
    </message>
    <message>
        <source>A provider took the payment; refund it instead of taking it back.</source>
        <translation>Ein Zahlungsanbieter hat die Zahlung eingezogen; erstatten Sie sie, statt sie zurückzunehmen.</translation>
    </message>
    <message>
        <source>The payment was imported; refund it instead of taking it back.</source>
        <translation>Die Zahlung wurde importiert; erstatten Sie sie, statt sie zurückzunehmen.</translation>
    </message>
    <message>
        <source>What was paid with it has changed since; look at it again.</source>
        <translation>Was damit bezahlt wurde, hat sich seitdem geändert; prüfen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>“%1” is a correction itself; correct the event that it names. Where it took too much, import that much again under a new key, at the time of the event (usage import).</source>
        <translation>„%1“ ist selbst eine Korrektur; korrigieren Sie das Ereignis, das sie nennt. Nahm sie zu viel weg, importieren Sie so viel noch einmal unter einem neuen Schlüssel, zur Zeit des Ereignisses (usage import).</translation>
    </message>
    <message>
        <source>A correction takes something away; give a quantity above zero. What was taken too much is imported again under a new key, at the time of the event (usage import).</source>
        <translation>Eine Korrektur nimmt etwas weg; geben Sie eine Menge über null an. Was zu viel weggenommen wurde, wird unter einem neuen Schlüssel noch einmal importiert, zur Zeit des Ereignisses (usage import).</translation>
    </message>
    <message>
        <source>What opening %1 again comes to has changed since; look at it again.</source>
        <translation>Was das Wiederöffnen von %1 ergibt, hat sich inzwischen geändert; sehen Sie es sich noch einmal an.</translation>
    </message>
    <message>
        <source>%1 went out and %2 came in; a row of a bank moves money one way.</source>
        <translation>%1 gingen aus und %2 gingen ein; eine Zeile einer Bank bewegt Geld nur in eine Richtung.</translation>
    </message>
    <message>
        <source>What is due on invoice %1, or what is to come of it, has changed since; look at it again.</source>
        <translation>Was aus Rechnung %1 fällig ist oder was daraus folgt, hat sich inzwischen geändert; sehen Sie sie sich noch einmal an.</translation>
    </message>
    <message>
        <source>The provider says %1 itself, in the currency that invoice %2 was paid in: no amount is said.</source>
        <translation>Der Anbieter nennt selbst %1, in der Währung, in der Rechnung %2 bezahlt wurde: Es wird kein Betrag angegeben.</translation>
    </message>
    <message>
        <source>How much of the payment it is must be above zero, and in %1.</source>
        <translation>Wie viel der Zahlung es ist, muss über null liegen und in %1 angegeben sein.</translation>
    </message>
    <message>
        <source>%1 is more than the payment that it is about, which was %2.</source>
        <translation>%1 ist mehr als die Zahlung, um die es geht: Das waren %2.</translation>
    </message>
    <message>
        <source>What closing %1 comes to has changed since; look at it again.</source>
        <translation>Was das Abschließen von %1 ergibt, hat sich inzwischen geändert; sehen Sie es sich noch einmal an.</translation>
    </message>
    <message>
        <source>The provider took %1, but invoice %2 was paid in %3. Find there how much of the payment that is in %3, and book it with that amount, one at a time: in the console or with “tenantryctl payment book --amount”.</source>
        <translation>Der Anbieter hat %1 genommen, aber Rechnung %2 wurde in %3 bezahlt. Suchen Sie dort, wie viel der Zahlung das in %3 ist, und buchen Sie es einzeln mit diesem Betrag: in der Konsole oder mit „tenantryctl payment book --amount“.</translation>
    </message>
</context>
<context>
    <name>RenewalBulk</name>
    <message>
        <source>Renewing again</source>
        <translation>Wieder verlängern</translation>
    </message>
    <message>
        <source>Switching renewal off</source>
        <translation>Verlängerung ausschalten</translation>
    </message>
</context>
<context>
    <name>RunOffers</name>
    <message>
        <source>Finalize selected</source>
        <translation>Auswahl festschreiben</translation>
    </message>
    <message numerus="yes">
        <source>Finalize what is due of %n organization(s)</source>
        <translation>
            <numerusform>Fälliges von %n Organisation festschreiben</numerusform>
            <numerusform>Fälliges von %n Organisationen festschreiben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n organization(s) billed</source>
        <translation>
            <numerusform>%n Organisation abgerechnet</numerusform>
            <numerusform>%n Organisationen abgerechnet</numerusform>
        </translation>
    </message>
    <message>
        <source>What is due today gets its number and is collected; it cannot be changed then, only credited. Where invoices are reviewed first, it is drafted. What is due later stays.</source>
        <translation>Was heute fällig ist, erhält seine Nummer und wird eingezogen; ändern lässt es sich dann nicht mehr, nur gutschreiben. Wo Rechnungen erst geprüft werden, entstehen Entwürfe. Was später fällig wird, bleibt.</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>StandingOffers</name>
    <message>
        <source>Suspend</source>
        <translation>Sperren</translation>
    </message>
    <message numerus="yes">
        <source>Suspend %n organization(s)</source>
        <translation>
            <numerusform>%n Organisation sperren</numerusform>
            <numerusform>%n Organisationen sperren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n organization(s) suspended</source>
        <translation>
            <numerusform>%n Organisation gesperrt</numerusform>
            <numerusform>%n Organisationen gesperrt</numerusform>
        </translation>
    </message>
    <message>
        <source>Each is suspended until somebody reactivates it. Its subscription goes on. It can be undone.</source>
        <translation>Jede bleibt gesperrt, bis jemand sie wieder freischaltet. Ihr Abonnement läuft weiter. Das lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Reactivate</source>
        <translation>Freischalten</translation>
    </message>
    <message numerus="yes">
        <source>Reactivate %n organization(s)</source>
        <translation>
            <numerusform>%n Organisation freischalten</numerusform>
            <numerusform>%n Organisationen freischalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n organization(s) reactivated</source>
        <translation>
            <numerusform>%n Organisation freigeschaltet</numerusform>
            <numerusform>%n Organisationen freigeschaltet</numerusform>
        </translation>
    </message>
    <message>
        <source>Each goes back to what it was before. It can be undone.</source>
        <translation>Jede wird wieder, was sie vorher war. Das lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Hold invoices</source>
        <translation>Rechnungen zurückhalten</translation>
    </message>
    <message numerus="yes">
        <source>Hold the invoices of %n organization(s)</source>
        <translation>
            <numerusform>Die Rechnungen von %n Organisation zurückhalten</numerusform>
            <numerusform>Die Rechnungen von %n Organisationen zurückhalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Invoices of %n organization(s) on hold</source>
        <translation>
            <numerusform>Rechnungen von %n Organisation zurückgehalten</numerusform>
            <numerusform>Rechnungen von %n Organisationen zurückgehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>What becomes due is only drafted, and nobody finalizes it until they are released. It can be undone.</source>
        <translation>Was fällig wird, wird nur entworfen, und niemand schreibt es fest, bis sie freigegeben sind. Es lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Release invoices</source>
        <translation>Rechnungen freigeben</translation>
    </message>
    <message numerus="yes">
        <source>Release the invoices of %n organization(s)</source>
        <translation>
            <numerusform>Die Rechnungen von %n Organisation freigeben</numerusform>
            <numerusform>Die Rechnungen von %n Organisationen freigeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Invoices of %n organization(s) released</source>
        <translation>
            <numerusform>Rechnungen von %n Organisation freigegeben</numerusform>
            <numerusform>Rechnungen von %n Organisationen freigegeben</numerusform>
        </translation>
    </message>
    <message>
        <source>What was drafted meanwhile is finalized by hand. It can be undone.</source>
        <translation>Was inzwischen entworfen wurde, wird von Hand festgeschrieben. Es lässt sich rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>current step</source>
        <translation>aktueller Schritt</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
</context>
<context>
    <name>SubscriptionOffers</name>
    <message numerus="yes">
        <source>%n subscription(s) ended</source>
        <translation>
            <numerusform>%n Abonnement beendet</numerusform>
            <numerusform>%n Abonnements beendet</numerusform>
        </translation>
    </message>
    <message>
        <source>At the end of each period</source>
        <translation>Am Ende des jeweiligen Zeitraums</translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) move with their renewal</source>
        <translation>
            <numerusform>%n Abonnement wechselt mit seiner Verlängerung</numerusform>
            <numerusform>%n Abonnements wechseln mit ihrer Verlängerung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) moved</source>
        <translation>
            <numerusform>%n Abonnement umgestellt</numerusform>
            <numerusform>%n Abonnements umgestellt</numerusform>
        </translation>
    </message>
    <message>
        <source>Each goes on until its period is over, and no further period is charged. Until then it can be undone.</source>
        <translation>Jedes läuft bis zum Ende seines Zeitraums weiter, und kein weiterer wird berechnet. Bis dahin lässt es sich rückgängig machen.</translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) end with the period</source>
        <translation>
            <numerusform>%n Abonnement endet mit dem Zeitraum</numerusform>
            <numerusform>%n Abonnements enden mit dem Zeitraum</numerusform>
        </translation>
    </message>
    <message>
        <source>Now, without a credit</source>
        <translation>Jetzt, ohne Gutschrift</translation>
    </message>
    <message>
        <source>Access ends at once, and what was used is billed. Nothing that was paid is given back. It cannot be undone.</source>
        <translation>Der Zugang endet sofort, und der Verbrauch wird abgerechnet. Gezahltes wird nicht erstattet. Es lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Now, and credit the remaining days</source>
        <translation>Jetzt, die restlichen Tage gutschreiben</translation>
    </message>
    <message>
        <source>Access ends at once, and what was used is billed. What was paid for the remaining days is credited. It cannot be undone.</source>
        <translation>Der Zugang endet sofort, und der Verbrauch wird abgerechnet. Was für die restlichen Tage gezahlt wurde, wird gutgeschrieben. Es lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Take back scheduled change</source>
        <translation>Geplante Änderung zurücknehmen</translation>
    </message>
    <message numerus="yes">
        <source>Take back %n scheduled change(s)</source>
        <translation>
            <numerusform>%n geplante Änderung zurücknehmen</numerusform>
            <numerusform>%n geplante Änderungen zurücknehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) taken back</source>
        <translation>
            <numerusform>%n Änderung zurückgenommen</numerusform>
            <numerusform>%n Änderungen zurückgenommen</numerusform>
        </translation>
    </message>
    <message>
        <source>The subscriptions go on as they are. A change is scheduled anew in the organization&apos;s record.</source>
        <translation>Die Abonnements laufen weiter, wie sie sind. Eine Änderung wird im Datensatz der Organisation neu geplant.</translation>
    </message>
    <message>
        <source>Do not renew</source>
        <translation>Nicht verlängern</translation>
    </message>
    <message numerus="yes">
        <source>Do not renew %n subscription(s)</source>
        <translation>
            <numerusform>%n Abonnement nicht verlängern</numerusform>
            <numerusform>%n Abonnements nicht verlängern</numerusform>
        </translation>
    </message>
    <message>
        <source>Each ends with its period, and no further period is charged. What is used until then is billed as usual. It can be undone.</source>
        <translation>Jedes endet mit seinem Zeitraum, und kein weiterer wird berechnet. Was bis dahin verbraucht wird, wird wie immer abgerechnet. Es kann rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Renew again</source>
        <translation>Wieder verlängern</translation>
    </message>
    <message numerus="yes">
        <source>Renew %n subscription(s) again</source>
        <translation>
            <numerusform>%n Abonnement wieder verlängern</numerusform>
            <numerusform>%n Abonnements wieder verlängern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subscription(s) renew again</source>
        <translation>
            <numerusform>%n Abonnement verlängert sich wieder</numerusform>
            <numerusform>%n Abonnements verlängern sich wieder</numerusform>
        </translation>
    </message>
    <message>
        <source>Each goes on after its period and is invoiced then, except those whose end is scheduled. It can be undone.</source>
        <translation>Jedes geht nach seinem Zeitraum weiter und wird dann berechnet, außer denen, deren Ende vorgemerkt ist. Es kann rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Move to the newest version</source>
        <translation>Auf die neueste Version umstellen</translation>
    </message>
    <message numerus="yes">
        <source>Move %n subscription(s) to the newest version</source>
        <translation>
            <numerusform>%n Abonnement auf die neueste Version umstellen</numerusform>
            <numerusform>%n Abonnements auf die neueste Version umstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Due at once: %1.</source>
        <translation>Sofort fällig: %1.</translation>
    </message>
    <message>
        <source>End subscriptions</source>
        <translation>Abonnements beenden</translation>
    </message>
    <message numerus="yes">
        <source>End %n subscription(s)</source>
        <translation>
            <numerusform>%n Abonnement beenden</numerusform>
            <numerusform>%n Abonnements beenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Billed at once, less what is credited: %1.</source>
        <translation>Sofort berechnet, abzüglich der Gutschriften: %1.</translation>
    </message>
    <message>
        <source>It happens when each renews. Until then it can be undone.</source>
        <translation>Es geschieht mit der Verlängerung eines jeden. Bis dahin lässt es sich rückgängig machen.</translation>
    </message>
    <message>
        <source>It happens at once: the rest of each period is prorated and invoiced. It cannot be undone.</source>
        <translation>Es geschieht sofort: Der Rest des Zeitraums wird bei jedem anteilig berechnet und ausgestellt, das ist endgültig. Es lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Each gets the features, limits and prices of the version of its plan that is sold now.</source>
        <translation>Jedes bekommt Funktionen, Limits und Preise der Version seines Tarifs, die jetzt verkauft wird.</translation>
    </message>
    <message>
        <source>Each gets the features, limits and prices of its add-ons as they are sold now, and as many of them as it has.</source>
        <translation>Jedes bekommt Funktionen, Limits und Preise seiner Add-ons, wie sie jetzt verkauft werden, und so viele davon, wie es hat.</translation>
    </message>
    <message>
        <source>Each gets the features, limits and prices of its plan and of its add-ons as they are sold now, and as many of them as it has.</source>
        <translation>Jedes bekommt Funktionen, Limits und Preise seines Tarifs und seiner Add-ons, wie sie jetzt verkauft werden, und so viele davon, wie es hat.</translation>
    </message>
    <message>
        <source>Add-ons stay as they were sold, and a contract&apos;s own price and limits stay.</source>
        <translation>Add-ons bleiben, wie sie verkauft wurden, und eigener Preis und eigene Limits eines Vertrags bleiben.</translation>
    </message>
    <message>
        <source>The version of its plan stays, and so do add-ons that are no longer sold.</source>
        <translation>Die Version seines Tarifs bleibt, und ebenso ein Add-on, das nicht mehr verkauft wird.</translation>
    </message>
    <message>
        <source>A contract&apos;s own price and limits stay, and so do add-ons that are no longer sold.</source>
        <translation>Eigener Preis und eigene Limits eines Vertrags bleiben, und ebenso ein Add-on, das nicht mehr verkauft wird.</translation>
    </message>
    <message>
        <source>The plan, at the end of each period</source>
        <translation>Der Tarif, am Ende des Zeitraums eines jeden</translation>
    </message>
    <message>
        <source>The plan, now</source>
        <translation>Der Tarif, jetzt</translation>
    </message>
    <message>
        <source>Add-ons, at the end of each period</source>
        <translation>Add-ons, am Ende des Zeitraums eines jeden</translation>
    </message>
    <message>
        <source>Add-ons, now</source>
        <translation>Add-ons, jetzt</translation>
    </message>
    <message>
        <source>Plan and add-ons, at the end of each period</source>
        <translation>Tarif und Add-ons, am Ende des Zeitraums eines jeden</translation>
    </message>
    <message>
        <source>Plan and add-ons, now</source>
        <translation>Tarif und Add-ons, jetzt</translation>
    </message>
    <message>
        <source>What and when</source>
        <translation>Was und wann</translation>
    </message>
</context>
<context>
    <name>SumText</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Onboarding finished</source>
        <translation>Einführung abgeschlossen</translation>
    </message>
    <message>
        <source>Became active</source>
        <translation>Aktiv geworden</translation>
    </message>
    <message>
        <source>Reactivated</source>
        <translation>Reaktiviert</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Churned</source>
        <translation>Abgewandert</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>A member got the role %1</source>
        <translation>Ein Mitglied erhielt die Rolle %1</translation>
    </message>
    <message>
        <source>A member lost the role %1</source>
        <translation>Ein Mitglied verlor die Rolle %1</translation>
    </message>
    <message>
        <source>Subscribed to %1</source>
        <translation>Abonnement abgeschlossen: %1</translation>
    </message>
    <message>
        <source>Trial ends on %1</source>
        <translation>Testphase endet am %1</translation>
    </message>
    <message>
        <source>First paid period began</source>
        <translation>Erster bezahlter Zeitraum begann</translation>
    </message>
    <message>
        <source>Renewed until %1</source>
        <translation>Verlängert bis %1</translation>
    </message>
    <message>
        <source>Subscription changed</source>
        <translation>Abonnement geändert</translation>
    </message>
    <message>
        <source>Subscription cancelled</source>
        <translation>Abonnement gekündigt</translation>
    </message>
    <message>
        <source>Subscription expired</source>
        <translation>Abonnement abgelaufen</translation>
    </message>
    <message>
        <source>%1: 80% of the limit used</source>
        <translation>%1: 80 % des Limits verbraucht</translation>
    </message>
    <message>
        <source>%1: 90% of the limit used</source>
        <translation>%1: 90 % des Limits verbraucht</translation>
    </message>
    <message>
        <source>%1: the limit is reached</source>
        <translation>%1: Limit erreicht</translation>
    </message>
    <message>
        <source>Issued: %1</source>
        <translation>Ausgestellt: %1</translation>
    </message>
    <message>
        <source>Paid: %1</source>
        <translation>Bezahlt: %1</translation>
    </message>
    <message>
        <source>A payment failed</source>
        <translation>Eine Zahlung ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Pays by %1 now</source>
        <translation>Zahlt jetzt mit %1</translation>
    </message>
    <message>
        <source>Written off: %1</source>
        <translation>Ausgebucht: %1</translation>
    </message>
    <message>
        <source>Subscription suspended</source>
        <translation>Abonnement gesperrt</translation>
    </message>
    <message>
        <source>Subscription reactivated</source>
        <translation>Abonnement reaktiviert</translation>
    </message>
    <message>
        <source>Voided: %1</source>
        <translation>Storniert: %1</translation>
    </message>
    <message>
        <source>Balance adjusted</source>
        <translation>Guthaben angepasst</translation>
    </message>
    <message>
        <source>Upgraded to %1</source>
        <translation>Hochgestuft auf %1</translation>
    </message>
    <message>
        <source>Downgraded to %1</source>
        <translation>Herabgestuft auf %1</translation>
    </message>
    <message>
        <source>Subscription paused</source>
        <translation>Abonnement pausiert</translation>
    </message>
    <message>
        <source>Subscription resumed</source>
        <translation>Abonnement fortgesetzt</translation>
    </message>
    <message>
        <source>Credit note %1</source>
        <translation>Gutschrift %1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Geändert: %1</translation>
    </message>
    <message>
        <source>Payment received</source>
        <translation>Zahlung eingegangen</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Erstattet</translation>
    </message>
    <message>
        <source>A refund failed</source>
        <translation>Eine Erstattung ist gescheitert</translation>
    </message>
    <message>
        <source>Drafts on hold</source>
        <translation>Entwürfe zurückgehalten</translation>
    </message>
    <message>
        <source>Drafts released</source>
        <translation>Entwürfe freigegeben</translation>
    </message>
    <message>
        <source>Another try was asked for</source>
        <translation>Ein weiterer Versuch wurde verlangt</translation>
    </message>
    <message>
        <source>Time to pay until %1</source>
        <translation>Zahlungsaufschub bis %1</translation>
    </message>
    <message>
        <source>Time to pay until %1 taken back</source>
        <translation>Zahlungsaufschub bis %1 zurückgenommen</translation>
    </message>
    <message>
        <source>Assignment undone</source>
        <translation>Zuordnung rückgängig gemacht</translation>
    </message>
    <message>
        <source>Invoice %1 is open again</source>
        <translation>Rechnung %1 ist wieder offen</translation>
    </message>
    <message>
        <source>A draft was approved</source>
        <translation>Ein Entwurf wurde freigegeben</translation>
    </message>
    <message>
        <source>An approval was taken back</source>
        <translation>Eine Freigabe wurde zurückgenommen</translation>
    </message>
    <message>
        <source>Invoice written</source>
        <translation>Rechnung geschrieben</translation>
    </message>
    <message>
        <source>A payment succeeded</source>
        <translation>Eine Zahlung gelang</translation>
    </message>
    <message>
        <source>The payment provider contradicts the books</source>
        <translation>Der Zahlungsanbieter widerspricht den Büchern</translation>
    </message>
    <message>
        <source>A refund came back</source>
        <translation>Eine Erstattung kam zurück</translation>
    </message>
    <message>
        <source>A payment is disputed</source>
        <translation>Einer Zahlung wird widersprochen</translation>
    </message>
    <message>
        <source>A payment was withdrawn</source>
        <translation>Eine Zahlung wurde zurückgezogen</translation>
    </message>
    <message>
        <source>A payment was settled by hand</source>
        <translation>Eine Zahlung wurde von Hand abgeschlossen</translation>
    </message>
    <message>
        <source>Ends on %1 without renewal</source>
        <translation>Endet am %1 ohne Verlängerung</translation>
    </message>
    <message>
        <source>The provider is asked again</source>
        <translation>Der Anbieter wird erneut gefragt</translation>
    </message>
    <message>
        <source>Usage corrected: %1</source>
        <translation>Verbrauch korrigiert: %1</translation>
    </message>
    <message>
        <source>Limits of the contract changed</source>
        <translation>Limits des Vertrags geändert</translation>
    </message>
    <message>
        <source>A draft&apos;s tax was changed</source>
        <translation>Die Steuer eines Entwurfs wurde geändert</translation>
    </message>
    <message>
        <source>Overdue: %1</source>
        <translation>Überfällig: %1</translation>
    </message>
    <message>
        <source>Balance paid out</source>
        <translation>Guthaben ausgezahlt</translation>
    </message>
    <message>
        <source>Issued again: %1</source>
        <translation>Neu ausgestellt: %1</translation>
    </message>
    <message>
        <source>Recovered: %1</source>
        <translation>Nachträglich bezahlt: %1</translation>
    </message>
    <message>
        <source>%1, of which %2 was given up</source>
        <translation>%1, davon %2 ausgebucht</translation>
    </message>
    <message>
        <source>Forgotten at the provider</source>
        <translation>Beim Anbieter vergessen</translation>
    </message>
    <message>
        <source>A dispute was won</source>
        <translation>Eine Anfechtung wurde gewonnen</translation>
    </message>
    <message>
        <source>A dispute was lost</source>
        <translation>Eine Anfechtung wurde verloren</translation>
    </message>
    <message>
        <source>A dispute has ended</source>
        <translation>Eine Anfechtung ist beendet</translation>
    </message>
    <message>
        <source>Payment taken back</source>
        <translation>Zahlung zurückgenommen</translation>
    </message>
    <message>
        <source>Booked what moved at the provider</source>
        <translation>Gebucht, was sich beim Anbieter bewegt hat</translation>
    </message>
    <message>
        <source>A second charge was given back</source>
        <translation>Eine zweite Belastung wurde zurückgegeben</translation>
    </message>
    <message>
        <source>A second charge was not given back</source>
        <translation>Eine zweite Belastung wurde nicht zurückgegeben</translation>
    </message>
    <message>
        <source>The provider says something else of what moved there</source>
        <translation>Der Anbieter sagt etwas anderes über das, was sich dort bewegt hat</translation>
    </message>
    <message>
        <source>Draft discarded</source>
        <translation>Entwurf verworfen</translation>
    </message>
    <message>
        <source>A draft was lowered</source>
        <translation>Ein Entwurf wurde gemindert</translation>
    </message>
    <message>
        <source>Plan suggested: %1</source>
        <translation>Tarif vorgeschlagen: %1</translation>
    </message>
    <message>
        <source>%1 a month instead of %2</source>
        <translation>%1 im Monat statt %2</translation>
    </message>
    <message>
        <source>Add-ons changed</source>
        <translation>Add-ons geändert</translation>
    </message>
    <message>
        <source>none any more</source>
        <translation>keine mehr</translation>
    </message>
    <message>
        <source>Add-ons change with the next period</source>
        <translation>Add-ons ändern sich mit dem nächsten Zeitraum</translation>
    </message>
    <message>
        <source>nothing is left of it</source>
        <translation>es ist nichts davon übrig</translation>
    </message>
    <message>
        <source>Add-ons move to how they are sold now with the next period</source>
        <translation>Add-ons werden mit dem nächsten Zeitraum, wie sie verkauft werden</translation>
    </message>
    <message>
        <source>Add-ons moved to how they are sold now</source>
        <translation>Add-ons wurden, wie sie verkauft werden</translation>
    </message>
</context>
<context>
    <name>UsageBar</name>
    <message>
        <source>%1: %2 of %3 used</source>
        <translation>%1: %2 von %3 verbraucht</translation>
    </message>
    <message>
        <source>%1: %2 used, no limit</source>
        <translation>%1: %2 verbraucht, ohne Limit</translation>
    </message>
</context>
<context>
    <name>ValueWords</name>
    <message>
        <source>payment overdue</source>
        <translation>Zahlung überfällig</translation>
    </message>
    <message>
        <source>the contract</source>
        <translation>der Vertrag</translation>
    </message>
    <message>
        <source>a link by e-mail</source>
        <translation>einen Link per E-Mail</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>another plan</source>
        <translation>anderer Tarif</translation>
    </message>
    <message>
        <source>other seats</source>
        <translation>andere Platzzahl</translation>
    </message>
    <message>
        <source>another price</source>
        <translation>anderer Preis</translation>
    </message>
    <message>
        <source>recurring</source>
        <translation>wiederkehrend</translation>
    </message>
    <message>
        <source>of a change</source>
        <translation>aus einer Änderung</translation>
    </message>
    <message>
        <source>sold once</source>
        <translation>einmalig verkauft</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>Simulator</translation>
    </message>
    <message>
        <source>Stripe</source>
        <translation>Stripe</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>not answered yet</source>
        <translation>noch nicht beantwortet</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>gelungen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>erstattet</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>zurückgezogen</translation>
    </message>
    <message>
        <source>by the provider</source>
        <translation>über den Anbieter</translation>
    </message>
    <message>
        <source>one invoice</source>
        <translation>eine Rechnung</translation>
    </message>
    <message>
        <source>all invoices</source>
        <translation>alle Rechnungen</translation>
    </message>
    <message>
        <source>the way back from the provider&apos;s page</source>
        <translation>der Rückweg von der Seite des Anbieters</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>contradicted</source>
        <translation>widersprochen</translation>
    </message>
    <message>
        <source>settled by hand</source>
        <translation>von Hand beendet</translation>
    </message>
    <message>
        <source>being given back</source>
        <translation>wird zurückgegeben</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>gebucht</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>plan %1, version %2</source>
        <translation>Tarif %1, Version %2</translation>
    </message>
    <message>
        <source>its subscription</source>
        <translation>ihr Abonnement</translation>
    </message>
    <message>
        <source>its subscription ended</source>
        <translation>ihr Abonnement endete</translation>
    </message>
    <message>
        <source>it paid</source>
        <translation>sie hat bezahlt</translation>
    </message>
    <message>
        <source>another currency</source>
        <translation>andere Währung</translation>
    </message>
    <message>
        <source>other add-ons</source>
        <translation>andere Add-ons</translation>
    </message>
    <message>
        <source>add-on %1</source>
        <translation>Add-on %1</translation>
    </message>
</context>
<context>
    <name>VersionBulk</name>
    <message>
        <source>Moving to the newest version</source>
        <translation>Umstellen auf die neueste Version</translation>
    </message>
</context>
<context>
    <name>ViewWords</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>Sortiert nach</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1: yours %2, theirs %3</source>
        <translation>%1: Ihr Stand %2, deren Stand %3</translation>
    </message>
    <message>
        <source>ascending</source>
        <translation>aufsteigend</translation>
    </message>
    <message>
        <source>descending</source>
        <translation>absteigend</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Onboarding</source>
        <translation>In Einführung</translation>
    </message>
    <message>
        <source>Onboarded</source>
        <translation>Eingeführt</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Churned</source>
        <translation>Abgewandert</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Trialing</source>
        <translation>Testphase</translation>
    </message>
    <message>
        <source>Past due</source>
        <translation>Im Verzug</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Gekündigt</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Uncollectible</source>
        <translation>Uneinbringlich</translation>
    </message>
    <message>
        <source>monthly</source>
        <translation>monatlich</translation>
    </message>
    <message>
        <source>yearly</source>
        <translation>jährlich</translation>
    </message>
    <message>
        <source>API calls</source>
        <translation>API-Aufrufe</translation>
    </message>
    <message>
        <source>Storage, GB</source>
        <translation>Speicher, GB</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>Active users</source>
        <translation>Aktive Benutzer</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Developer</source>
        <translation>Entwicklung</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Nur Lesen</translation>
    </message>
</context>
<context>
    <name>WriteOffOffer</name>
    <message>
        <source>Write off</source>
        <translation>Ausbuchen</translation>
    </message>
    <message numerus="yes">
        <source>Write off %n invoice(s)</source>
        <translation>
            <numerusform>%n Rechnung ausbuchen</numerusform>
            <numerusform>%n Rechnungen ausbuchen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) written off</source>
        <translation>
            <numerusform>%n Rechnung ausgebucht</numerusform>
            <numerusform>%n Rechnungen ausgebucht</numerusform>
        </translation>
    </message>
    <message>
        <source>What is still open of them is given up and booked as a loss. Nobody is asked for it any more.</source>
        <translation>Was noch offen ist, wird aufgegeben und steht als Verlust in den Büchern. Niemand wird mehr darum gebeten.</translation>
    </message>
</context>
<context>
    <name>tenantry::desktop::Composition</name>
    <message>
        <source>Opening</source>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <source>Embedded database</source>
        <translation>Lokale Datenbank</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Unternehmen</translation>
    </message>
</context>
<context>
    <name>tenantry::desktop::Tour</name>
    <message>
        <source>%1 did not become ready within two minutes</source>
        <translation>%1 wurde nicht innerhalb von zwei Minuten fertig</translation>
    </message>
    <message>
        <source>%1 cannot be made</source>
        <translation>%1 lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Link kopiert</translation>
    </message>
    <message>
        <source>%1 is left out: this book has none</source>
        <translation>%1 entfällt: Dieses Buch hat nichts davon</translation>
    </message>
</context>
<context>
    <name>tenantry::models::ApprovalBulk</name>
    <message>
        <source>It is final already.</source>
        <translation>Sie ist schon festgeschrieben.</translation>
    </message>
    <message>
        <source>Approving drafts</source>
        <translation>Entwürfe werden freigegeben</translation>
    </message>
</context>
<context>
    <name>tenantry::models::BankListModel</name>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Payer&apos;s account</source>
        <translation>Konto des Zahlers</translation>
    </message>
    <message>
        <source>End-to-end id</source>
        <translation>Ende-zu-Ende-Referenz</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Zahler</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Verwendungszweck</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
</context>
<context>
    <name>tenantry::models::BillingPreview</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>tenantry::models::BillingRunner</name>
    <message>
        <source>Billing run</source>
        <translation>Abrechnungslauf</translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>Was fällig ist</translation>
    </message>
</context>
<context>
    <name>tenantry::models::BookExport</name>
    <message>
        <source>Export of the books</source>
        <translation>Export der Bücher</translation>
    </message>
</context>
<context>
    <name>tenantry::models::BulkRun</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>tenantry::models::ContradictionBulk</name>
    <message>
        <source>Asking again</source>
        <translation>Wird erneut gefragt</translation>
    </message>
    <message>
        <source>Settling</source>
        <translation>Wird abgeschlossen</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>Buchen</translation>
    </message>
</context>
<context>
    <name>tenantry::models::ContradictionListModel</name>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>The provider says</source>
        <translation>Der Anbieter sagt</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>At the provider</source>
        <translation>Beim Anbieter</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
</context>
<context>
    <name>tenantry::models::DimensionListModel</name>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message numerus="yes">
        <source>%n other value(s)</source>
        <translation>
            <numerusform>%n weiterer Wert</numerusform>
            <numerusform>%n weitere Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>No value</source>
        <translation>Ohne Wert</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>Dimension</translation>
    </message>
</context>
<context>
    <name>tenantry::models::DismissBulk</name>
    <message>
        <source>Dismissing entries</source>
        <translation>Umsätze werden ausgeschieden</translation>
    </message>
    <message>
        <source>Taking entries back</source>
        <translation>Umsätze werden zurückgeholt</translation>
    </message>
    <message>
        <source>Letting entries wait</source>
        <translation>Umsätze warten lassen</translation>
    </message>
    <message>
        <source>Setting duplicates aside</source>
        <translation>Doppelte beiseitelegen</translation>
    </message>
</context>
<context>
    <name>tenantry::models::DraftBulk</name>
    <message>
        <source>Discarding drafts</source>
        <translation>Entwürfe werden verworfen</translation>
    </message>
    <message>
        <source>Finalizing drafts</source>
        <translation>Entwürfe werden festgeschrieben</translation>
    </message>
</context>
<context>
    <name>tenantry::models::DunningBulk</name>
    <message>
        <source>Asking for tries</source>
        <translation>Versuche werden verlangt</translation>
    </message>
    <message>
        <source>Giving time</source>
        <translation>Zeit wird gegeben</translation>
    </message>
</context>
<context>
    <name>tenantry::models::DunningListModel</name>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Last decline</source>
        <translation>Letzte Ablehnung</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
</context>
<context>
    <name>tenantry::models::EventListModel</name>
    <message>
        <source>Happened</source>
        <translation>Geschehen</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>Dimensionen</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Corrects</source>
        <translation>Korrigiert</translation>
    </message>
    <message>
        <source>Taken by corrections</source>
        <translation>Durch Korrekturen weggenommen</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Eingegangen</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
</context>
<context>
    <name>tenantry::models::EvidenceModel</name>
    <message>
        <source>Happened</source>
        <translation>Geschehen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>Dimensionen</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Erfasst</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
</context>
<context>
    <name>tenantry::models::FigureRowsModel</name>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Eingegangen</translation>
    </message>
    <message>
        <source>Failed on</source>
        <translation>Fehlgeschlagen am</translation>
    </message>
    <message>
        <source>Period ends</source>
        <translation>Zeitraum endet</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Am</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Gezahlt</translation>
    </message>
    <message>
        <source>Amount due</source>
        <translation>Offener Betrag</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>Kunde seit</translation>
    </message>
</context>
<context>
    <name>tenantry::models::HoldBulk</name>
    <message>
        <source>Holding invoices</source>
        <translation>Rechnungen zurückhalten</translation>
    </message>
    <message>
        <source>Releasing invoices</source>
        <translation>Rechnungen freigeben</translation>
    </message>
    <message>
        <source>Holding drafts</source>
        <translation>Entwürfe zurückhalten</translation>
    </message>
    <message>
        <source>Releasing drafts</source>
        <translation>Entwürfe freigeben</translation>
    </message>
</context>
<context>
    <name>tenantry::models::ImportDraft</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
</context>
<context>
    <name>tenantry::models::InvoiceReading</name>
    <message>
        <source>This invoice is no longer due: it was issued, or the subscription was changed. Load the preview again.</source>
        <translation>Diese Rechnung steht nicht mehr an: Sie wurde ausgestellt, oder das Abonnement wurde geändert. Berechnen Sie die Vorschau neu.</translation>
    </message>
</context>
<context>
    <name>tenantry::models::InvoiceView</name>
    <message>
        <source>“%1” could not be written: %2</source>
        <translation>„%1“ ließ sich nicht schreiben: %2</translation>
    </message>
</context>
<context>
    <name>tenantry::models::IssueBulk</name>
    <message>
        <source>Nothing is due for it today.</source>
        <translation>Für sie ist heute nichts fällig.</translation>
    </message>
    <message>
        <source>Its invoices are on hold: %1</source>
        <translation>Ihre Rechnungen werden zurückgehalten: %1</translation>
    </message>
    <message>
        <source>There is no such organization.</source>
        <translation>Diese Organisation gibt es nicht.</translation>
    </message>
    <message>
        <source>Issuing what is due</source>
        <translation>Fälliges festschreiben</translation>
    </message>
</context>
<context>
    <name>tenantry::models::IssuedInvoicesModel</name>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Ausgestellt</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Fällig am</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Amount due</source>
        <translation>Offener Betrag</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
</context>
<context>
    <name>tenantry::models::JournalListModel</name>
    <message>
        <source>Transaction</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>Soll</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Haben</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Verwendungszweck</translation>
    </message>
</context>
<context>
    <name>tenantry::models::LateListModel</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>Geschah</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Kam</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
</context>
<context>
    <name>tenantry::models::ListExport</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
</context>
<context>
    <name>tenantry::models::MailBulk</name>
    <message>
        <source>Sending mails anew</source>
        <translation>E-Mails werden erneut gesendet</translation>
    </message>
    <message>
        <source>Cancelling mails</source>
        <translation>E-Mails werden storniert</translation>
    </message>
</context>
<context>
    <name>tenantry::models::MailListModel</name>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Sent or due</source>
        <translation>Gesendet oder fällig</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Letzter Fehler</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Message-ID</source>
        <translation>Message-ID</translation>
    </message>
</context>
<context>
    <name>tenantry::models::MemberList</name>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
</context>
<context>
    <name>tenantry::models::OrganizationListModel</name>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Webadresse</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
</context>
<context>
    <name>tenantry::models::PagedListModel</name>
    <message>
        <source>This was cancelled.</source>
        <translation>Das wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>tenantry::models::PaletteModel</name>
    <message>
        <source>Organizations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>More of %1</source>
        <translation>Mehr von %1</translation>
    </message>
</context>
<context>
    <name>tenantry::models::PreviewList</name>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Auffälligkeit</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Ausgestellt</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>Rabatte</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>The preview is not complete.</source>
        <translation>Die Vorschau ist nicht vollständig.</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>Das wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>tenantry::models::RevenueOutlook</name>
    <message>
        <source>Revenue to come</source>
        <translation>Kommender Umsatz</translation>
    </message>
</context>
<context>
    <name>tenantry::models::RunningWork</name>
    <message>
        <source>Billing run</source>
        <translation>Abrechnungslauf</translation>
    </message>
    <message>
        <source>Sealing the audit trail</source>
        <translation>Prüfprotokoll wird versiegelt</translation>
    </message>
    <message>
        <source>Collecting payments</source>
        <translation>Zahlungen werden eingezogen</translation>
    </message>
    <message>
        <source>Passing events on</source>
        <translation>Ereignisse werden weitergegeben</translation>
    </message>
</context>
<context>
    <name>tenantry::models::StandingBulk</name>
    <message>
        <source>Suspending</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Reactivating</source>
        <translation>Wieder freischalten</translation>
    </message>
</context>
<context>
    <name>tenantry::models::Startup</name>
    <message>
        <source>Tenantry made a mistake while it started: %1</source>
        <translation>Tenantry hat beim Start einen Fehler gemacht: %1</translation>
    </message>
    <message>
        <source>Starting the database</source>
        <translation>Die Datenbank wird gestartet</translation>
    </message>
    <message>
        <source>The first start takes a little longer.</source>
        <translation>Der erste Start dauert etwas länger.</translation>
    </message>
    <message>
        <source>Bringing the database up to date</source>
        <translation>Die Datenbank wird auf den neuesten Stand gebracht</translation>
    </message>
    <message>
        <source>Tables are made or changed where needed.</source>
        <translation>Tabellen werden angelegt oder geändert, wo es nötig ist.</translation>
    </message>
    <message>
        <source>Applying the business</source>
        <translation>Das Geschäft wird angewendet</translation>
    </message>
    <message>
        <source>Plans, prices and taxes that come with Tenantry.</source>
        <translation>Tarife, Preise und Steuern, die Tenantry mitbringt.</translation>
    </message>
    <message>
        <source>Filling the demo book</source>
        <translation>Der Demobestand wird angelegt</translation>
    </message>
    <message>
        <source>Customers to look at until yours are imported.</source>
        <translation>Kunden zum Ansehen, bis Ihre importiert sind.</translation>
    </message>
    <message>
        <source>Day %1 of %2</source>
        <translation>Tag %1 von %2</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindung wird aufgebaut</translation>
    </message>
    <message>
        <source>Waiting for the server to answer.</source>
        <translation>Wartet auf die Antwort des Servers.</translation>
    </message>
    <message>
        <source>This database has version %1 of the tables and Tenantry needs version %2. Run tenantryctl migrate, then try again.</source>
        <translation>Diese Datenbank hat Version %1 der Tabellen, Tenantry braucht Version %2. Führen Sie tenantryctl migrate aus und versuchen Sie es dann erneut.</translation>
    </message>
</context>
<context>
    <name>tenantry::models::StatementImport</name>
    <message>
        <source>Checking %1</source>
        <translation>%1 wird geprüft</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>%1 wird importiert</translation>
    </message>
</context>
<context>
    <name>tenantry::models::StoppableReading</name>
    <message>
        <source>This was cancelled.</source>
        <translation>Das wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>tenantry::models::SubscriptionChanger</name>
    <message>
        <source>Something else is scheduled by now; look at it again.</source>
        <translation>Inzwischen ist etwas anderes vorgemerkt; sehen Sie noch einmal nach.</translation>
    </message>
</context>
<context>
    <name>tenantry::models::SubscriptionListModel</name>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>Renewal</source>
        <translation>Verlängerung</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Geplant</translation>
    </message>
</context>
<context>
    <name>tenantry::models::TimelineListModel</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
</context>
<context>
    <name>tenantry::models::UnscheduleBulk</name>
    <message>
        <source>Taking back scheduled changes</source>
        <translation>Geplante Änderungen werden zurückgenommen</translation>
    </message>
</context>
<context>
    <name>tenantry::models::UsageListModel</name>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Of the limit</source>
        <translation>Vom Limit</translation>
    </message>
    <message>
        <source>Limit reached</source>
        <translation>Limit erreicht</translation>
    </message>
    <message>
        <source>Period ends</source>
        <translation>Zeitraum endet</translation>
    </message>
</context>
<context>
    <name>tenantry::models::WhatIfReading</name>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
</context>
<context>
    <name>tenantry::models::WriteOffBulk</name>
    <message>
        <source>Writing invoices off</source>
        <translation>Rechnungen ausbuchen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::AccountRows</name>
    <message>
        <source>Σ of all entries before %1.</source>
        <translation>Σ aller Posten vor %1.</translation>
    </message>
    <message>
        <source>Σ of the debit entries of %1.</source>
        <translation>Σ der Sollposten von %1.</translation>
    </message>
    <message>
        <source>Σ of the credit entries of %1.</source>
        <translation>Σ der Habenposten von %1.</translation>
    </message>
    <message>
        <source>Opening + debit − credit: Σ of all entries to the end of %1.</source>
        <translation>Anfang + Soll − Haben: Σ aller Posten bis Ende %1.</translation>
    </message>
    <message>
        <source>How many entries %1 has. Enter shows them.</source>
        <translation>Wie viele Posten %1 hat. Eingabe zeigt sie.</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>Stand %1.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>Soll</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Haben</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Posten</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::AccountsPage</name>
    <message>
        <source>Accounts of the month</source>
        <translation>Konten des Monats</translation>
    </message>
    <message>
        <source>Debits and credits of %1 come to the same: %2. Debit is positive.</source>
        <translation>Soll und Haben im %1 sind gleich: %2. Soll ist positiv.</translation>
    </message>
    <message>
        <source>Nothing is booked yet</source>
        <translation>Noch nichts gebucht</translation>
    </message>
    <message>
        <source>The books begin with the first finalized invoice or the first payment.</source>
        <translation>Die Bücher beginnen mit der ersten festgeschriebenen Rechnung oder eingegangenen Zahlung.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ActsRow</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::AddonsDialog</name>
    <message>
        <source>Add-ons of %1</source>
        <translation>Add-ons von %1</translation>
    </message>
    <message>
        <source>Set add-on</source>
        <translation>Add-on setzen</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>At the end of the period, %1</source>
        <translation>Am Ende des Zeitraums, %1</translation>
    </message>
    <message>
        <source>Add-on</source>
        <translation>Add-on</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>%1, %2 each</source>
        <translation>%1, je %2</translation>
    </message>
    <message>
        <source>It has %1 of at most %2; 0 removes it.</source>
        <translation>Vorhanden sind %1 von höchstens %2; 0 entfernt es.</translation>
    </message>
    <message>
        <source>No add-on is sold for how this subscription is billed</source>
        <translation>Kein Add-on wird so verkauft, wie dieses Abonnement abgerechnet wird</translation>
    </message>
    <message>
        <source>Reading what is sold…</source>
        <translation>Das Angebot wird gelesen…</translation>
    </message>
    <message>
        <source>It is changed on %1. Until then it can be taken back.</source>
        <translation>Es wird am %1 geändert. Bis dahin lässt es sich zurücknehmen.</translation>
    </message>
    <message>
        <source>It is changed at once, with the limits and features it grants. What is issued with it is final.</source>
        <translation>Es wird sofort geändert, mit den Limits und Funktionen, die es gewährt. Was dabei ausgestellt wird, ist endgültig.</translation>
    </message>
    <message>
        <source>What was scheduled before is dropped.</source>
        <translation>Was bisher vorgemerkt war, entfällt.</translation>
    </message>
    <message>
        <source>Scheduled for %1</source>
        <translation>Vorgemerkt für %1</translation>
    </message>
    <message>
        <source>Add-on set</source>
        <translation>Add-on gesetzt</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ArrivalsPage</name>
    <message>
        <source>Events that came in</source>
        <translation>Eingegangene Ereignisse</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Running hour</source>
        <translation>Laufende Stunde</translation>
    </message>
    <message>
        <source>Most in an hour</source>
        <translation>Meiste in einer Stunde</translation>
    </message>
    <message>
        <source>Events by the hour in which they came</source>
        <translation>Ereignisse nach der Stunde, in der sie kamen</translation>
    </message>
    <message>
        <source>No event came in these hours.</source>
        <translation>In diesen Stunden kam kein Ereignis.</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>Stand %1.</translation>
    </message>
    <message>
        <source>%1 the day before</source>
        <translation>%1 am Tag zuvor</translation>
    </message>
    <message>
        <source>Events that were counted in the running hour and the 23 before it; repeated ones count once. %1</source>
        <translation>Ereignisse, die in der laufenden Stunde und den 23 davor gezählt wurden; wiederholte zählen einmal. %1</translation>
    </message>
    <message>
        <source>events so far</source>
        <translation>Ereignisse bisher</translation>
    </message>
    <message>
        <source>Events since the hour began. %1</source>
        <translation>Ereignisse seit Beginn der Stunde. %1</translation>
    </message>
    <message>
        <source>The hour of the last day with the most events. %1</source>
        <translation>Die Stunde des letzten Tages mit den meisten Ereignissen. %1</translation>
    </message>
    <message>
        <source>Events by the hour</source>
        <translation>Ereignisse nach Stunden</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>Der Tag zuvor</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::AskedAmount</name>
    <message>
        <source>No amount is given</source>
        <translation>Kein Betrag angegeben</translation>
    </message>
    <message>
        <source>The amount cannot be read</source>
        <translation>Der Betrag ist nicht lesbar</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::AssignDialog</name>
    <message>
        <source>Invoice number or organization</source>
        <translation>Rechnungsnummer oder Organisation</translation>
    </message>
    <message>
        <source>It may mean</source>
        <translation>Er meint vielleicht</translation>
    </message>
    <message>
        <source>It pays</source>
        <translation>Er bezahlt</translation>
    </message>
    <message>
        <source>What it comes to</source>
        <translation>Was es ergibt</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuordnen</translation>
    </message>
    <message>
        <source>Assign %1 from %2</source>
        <translation>%1 von %2 zuordnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 assigned to %2</source>
        <translation>%1 zugeordnet: %2</translation>
    </message>
    <message>
        <source>Let it pay %1</source>
        <translation>%1 damit bezahlen</translation>
    </message>
    <message>
        <source>Nothing points to an invoice. Look for one by its number, or for an organization by its name.</source>
        <translation>Nichts deutet auf eine Rechnung. Suchen Sie eine nach ihrer Nummer oder eine Organisation nach ihrem Namen.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>to its balance, which pays what is open</source>
        <translation>ins Guthaben, das bezahlt, was offen ist</translation>
    </message>
    <message>
        <source>Give it to the balance of %1</source>
        <translation>Dem Guthaben von %1 gutschreiben</translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>Nichts passt zu „%1“</translation>
    </message>
    <message>
        <source>%1, %2 due</source>
        <translation>%1, %2 fällig</translation>
    </message>
    <message>
        <source>Amount for %1</source>
        <translation>Betrag für %1</translation>
    </message>
    <message>
        <source>Leave %1 out</source>
        <translation>%1 weglassen</translation>
    </message>
    <message>
        <source>All of it goes to the balance.</source>
        <translation>Alles geht ins Guthaben.</translation>
    </message>
    <message>
        <source>The amount cannot be read</source>
        <translation>Der Betrag ist nicht lesbar</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>bezahlt</translation>
    </message>
    <message>
        <source>%1 still due</source>
        <translation>%1 noch fällig</translation>
    </message>
    <message>
        <source>The balance pays %1</source>
        <translation>Das Guthaben bezahlt %1</translation>
    </message>
    <message>
        <source>Balance before</source>
        <translation>Guthaben vorher</translation>
    </message>
    <message>
        <source>Balance after</source>
        <translation>Guthaben danach</translation>
    </message>
    <message>
        <source>A provider is being asked for this money just now: if it succeeds, that goes to the balance.</source>
        <translation>Ein Anbieter zieht dieses Geld gerade ein: Gelingt es, geht es ins Guthaben.</translation>
    </message>
    <message>
        <source>It is being done</source>
        <translation>Es wird gerade getan</translation>
    </message>
    <message>
        <source>Nothing is chosen that it pays</source>
        <translation>Es ist nichts gewählt, was er bezahlt</translation>
    </message>
    <message>
        <source>The parts are %1 more than what came in</source>
        <translation>Die Teile sind um %1 mehr, als eingegangen ist</translation>
    </message>
    <message>
        <source>No amount is given for %1</source>
        <translation>Für %1 ist kein Betrag angegeben</translation>
    </message>
    <message>
        <source>The result is not known yet</source>
        <translation>Was es ergibt, ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>recovers %1</source>
        <translation>gleicht ausgebuchte %1 aus</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::BalanceAct</name>
    <message>
        <source>Balance now</source>
        <translation>Guthaben jetzt</translation>
    </message>
    <message>
        <source>Given, booked as a refund</source>
        <translation>Gegeben, als Erstattung gebucht</translation>
    </message>
    <message>
        <source>Taken, booked against refunds</source>
        <translation>Genommen, gegen Erstattungen gebucht</translation>
    </message>
    <message>
        <source>Pays open invoices at once</source>
        <translation>Zahlt gleich offene Rechnungen</translation>
    </message>
    <message>
        <source>Balance after it</source>
        <translation>Guthaben danach</translation>
    </message>
    <message>
        <source>Adjust balance…</source>
        <translation>Guthaben anpassen…</translation>
    </message>
    <message>
        <source>No organization is chosen</source>
        <translation>Keine Organisation ist gewählt</translation>
    </message>
    <message>
        <source>Adjust balance</source>
        <translation>Guthaben anpassen</translation>
    </message>
    <message>
        <source>Balance of %1</source>
        <translation>Guthaben von %1</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>The balance is %1. Above zero gives, below zero takes.</source>
        <translation>Das Guthaben ist %1. Über null gibt, unter null nimmt.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>It appears in the timeline.</source>
        <translation>Er steht im Verlauf.</translation>
    </message>
    <message>
        <source>What it comes to</source>
        <translation>Was es ergibt</translation>
    </message>
    <message>
        <source>It is what we owe the customer: it pays what is open at once, then what comes next. It is booked in the journal.</source>
        <translation>Es ist, was wir dem Kunden schulden: Es zahlt gleich, was offen ist, und was als Nächstes kommt. Es steht im Journal.</translation>
    </message>
    <message>
        <source>Balance of %1 adjusted</source>
        <translation>Guthaben von %1 angepasst</translation>
    </message>
    <message>
        <source>Paid out, booked against cash</source>
        <translation>Ausgezahlt, gebucht gegen Kasse</translation>
    </message>
    <message>
        <source>Pay out of %1…</source>
        <translation>Von %1 auszahlen…</translation>
    </message>
    <message>
        <source>Adjust %1…</source>
        <translation>%1 anpassen…</translation>
    </message>
    <message>
        <source>Pay out balance</source>
        <translation>Guthaben auszahlen</translation>
    </message>
    <message>
        <source>The balance is %1; no more than that was owed.</source>
        <translation>Das Guthaben ist %1; mehr als das war nicht geschuldet.</translation>
    </message>
    <message>
        <source>How it was sent</source>
        <translation>Wie es gesendet wurde</translation>
    </message>
    <message>
        <source>Bank and reference. It appears in the timeline.</source>
        <translation>Bank und Verwendungszweck. Es steht im Verlauf.</translation>
    </message>
    <message>
        <source>This only records that the money has left our account; it sends nothing. It is booked in the journal, against cash.</source>
        <translation>Es wird festgehalten, dass dieses Geld unser Konto verlassen hat: Gesendet wird dadurch nichts. Es steht im Journal, gegen Kasse.</translation>
    </message>
    <message>
        <source>Book as paid out</source>
        <translation>Als ausgezahlt buchen</translation>
    </message>
    <message>
        <source>Paid out to %1</source>
        <translation>An %1 ausgezahlt</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::BillingPane</name>
    <message>
        <source>Billing</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Recalculate</source>
        <translation>Neu berechnen</translation>
    </message>
    <message>
        <source>Filter invoices</source>
        <translation>Rechnungen filtern</translation>
    </message>
    <message>
        <source>Previewed invoices</source>
        <translation>Rechnungen der Vorschau</translation>
    </message>
    <message>
        <source>Day of the preview</source>
        <translation>Tag der Vorschau</translation>
    </message>
    <message>
        <source>Usage %1</source>
        <translation>Verbrauch %1</translation>
    </message>
    <message>
        <source>preview to the end of %1, the book has changed since</source>
        <translation>bis Ende %1, seither hat sich der Bestand geändert</translation>
    </message>
    <message>
        <source>preview to the end of %1</source>
        <translation>bis Ende %1</translation>
    </message>
    <message>
        <source>The preview could not be computed</source>
        <translation>Die Vorschau ließ sich nicht berechnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>Nichts passt zu „%1“</translation>
    </message>
    <message>
        <source>No previewed invoice is for an organization of that name.</source>
        <translation>Keine Rechnung der Vorschau ist für eine Organisation dieses Namens.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>Nothing is due by then</source>
        <translation>Bis dahin ist nichts fällig</translation>
    </message>
    <message>
        <source>Choose a later day to see what the next run will issue.</source>
        <translation>Wählen Sie einen späteren Tag, um zu sehen, was der nächste Lauf ausstellt.</translation>
    </message>
    <message>
        <source>%1 of %2 invoices</source>
        <translation>%1 von %2 Rechnungen</translation>
    </message>
    <message>
        <source>Up to two years ahead</source>
        <translation>Bis zwei Jahre im Voraus</translation>
    </message>
    <message>
        <source>The preview is not for your login</source>
        <translation>Die Vorschau ist nicht für Ihre Anmeldung</translation>
    </message>
    <message>
        <source>The preview could not be computed: %1 Below is the one to the end of %2, as of %3. Reference: %4.</source>
        <translation>Die Vorschau ließ sich nicht berechnen: %1 Unten steht die bis Ende %2, Stand %3. Kennung: %4.</translation>
    </message>
    <message>
        <source>Nothing of this kind was found</source>
        <translation>Nichts dieser Art gefunden</translation>
    </message>
    <message>
        <source>No previewed invoice matches.</source>
        <translation>Keine Rechnung der Vorschau ist so.</translation>
    </message>
    <message>
        <source>any finding</source>
        <translation>irgendeine Auffälligkeit</translation>
    </message>
    <message>
        <source>data is missing</source>
        <translation>Angaben fehlen</translation>
    </message>
    <message>
        <source>changed a lot</source>
        <translation>stark verändert</translation>
    </message>
    <message>
        <source>first invoice</source>
        <translation>erste Rechnung</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>with usage charges</source>
        <translation>mit Verbrauch</translation>
    </message>
    <message>
        <source>with tax</source>
        <translation>mit Steuer</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message numerus="yes">
        <source>%n organization(s) cannot be billed, and are not in this preview. The first is %1: %2 Reference: %3.</source>
        <translation>
            <numerusform>%n Organisation kann nicht abgerechnet werden und fehlt in dieser Vorschau: %1. %2 Referenz: %3.</numerusform>
            <numerusform>%n Organisationen können nicht abgerechnet werden und fehlen in dieser Vorschau. Die erste ist %1: %2 Referenz: %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>Tag wählen</translation>
    </message>
    <message>
        <source>Show drafts</source>
        <translation>Entwürfe zeigen</translation>
    </message>
    <message>
        <source>No invoice is due by then</source>
        <translation>Bis dahin ist keine Rechnung fällig</translation>
    </message>
    <message>
        <source>A run only lowers what is drafted, as said above.</source>
        <translation>Ein Lauf senkt nur, was entworfen ist, wie oben gesagt.</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>zu prüfen</translation>
    </message>
    <message>
        <source>Findings of the preview that nobody has looked at: first invoices, big changes and missing data.</source>
        <translation>Auffälligkeiten der Vorschau, die noch niemand geprüft hat: erste Rechnungen, große Änderungen und fehlende Angaben.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::BookExportMenu</name>
    <message>
        <source>Books as CSV</source>
        <translation>Bücher als CSV</translation>
    </message>
    <message>
        <source>Export the revenue to come…</source>
        <translation>Kommenden Umsatz exportieren…</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) exported</source>
        <translation>
            <numerusform>%n Zeile exportiert</numerusform>
            <numerusform>%n Zeilen exportiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Export cancelled</source>
        <translation>Export abgebrochen</translation>
    </message>
    <message>
        <source>No file was written.</source>
        <translation>Es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>Export the journal of %1…</source>
        <translation>Journal von %1 exportieren…</translation>
    </message>
    <message>
        <source>An export is going on</source>
        <translation>Ein Export läuft</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>Export the open items of %1…</source>
        <translation>Offene Posten vom %1 exportieren…</translation>
    </message>
    <message>
        <source>Export the revenue of %1 by document…</source>
        <translation>Umsatz von %1 je Beleg exportieren…</translation>
    </message>
    <message>
        <source>Export the tax of %1 by document…</source>
        <translation>Steuer von %1 je Beleg exportieren…</translation>
    </message>
    <message>
        <source>Export the movements of MRR of %1…</source>
        <translation>MRR-Bewegungen von %1 exportieren…</translation>
    </message>
    <message>
        <source>Export the receipts of %1…</source>
        <translation>Zahlungseingänge von %1 exportieren…</translation>
    </message>
    <message>
        <source>Export what customers are owed on %1…</source>
        <translation>Guthaben der Kunden vom %1 exportieren…</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::BulkDialog</name>
    <message>
        <source>Looking at what it would change…</source>
        <translation>Es wird geprüft, was sich ändern würde…</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>It appears in the timeline of each.</source>
        <translation>Er steht im Verlauf jeder Organisation.</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What it would change is not known yet</source>
        <translation>Was sich ändern würde, ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>It would change nothing</source>
        <translation>Es würde sich nichts ändern</translation>
    </message>
    <message>
        <source>A reason is needed</source>
        <translation>Ein Grund ist nötig</translation>
    </message>
    <message>
        <source>Type how many to confirm</source>
        <translation>Zum Bestätigen die Anzahl eingeben</translation>
    </message>
    <message>
        <source>That is no day</source>
        <translation>Das ist kein Tag</translation>
    </message>
    <message>
        <source>These are too many for that: what was before is kept of up to %1 rows, so this cannot be undone.</source>
        <translation>Dafür sind es zu viele: Was vorher war, wird von bis zu %1 Zeilen behalten, dies lässt sich also nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>What it comes to is known once the amount is.</source>
        <translation>Was es ergibt, steht fest, sobald der Betrag bekannt ist.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::BusinessPane</name>
    <message>
        <source>Business</source>
        <translation>Geschäft</translation>
    </message>
    <message>
        <source>Parts of the business</source>
        <translation>Teile des Geschäfts</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Apply…</source>
        <translation>Anwenden…</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>Version %1 holds now</source>
        <translation>Version %1 gilt jetzt</translation>
    </message>
    <message>
        <source>Nothing was applied</source>
        <translation>Nichts wurde angewendet</translation>
    </message>
    <message>
        <source>Folder of business files</source>
        <translation>Ordner mit Geschäftsdateien</translation>
    </message>
    <message>
        <source>These files cannot be compared</source>
        <translation>Diese Dateien können nicht verglichen werden</translation>
    </message>
    <message>
        <source>Choose a folder of business files</source>
        <translation>Wählen Sie einen Ordner mit Geschäftsdateien</translation>
    </message>
    <message>
        <source>What is wrong with them is under Changes.</source>
        <translation>Was an ihnen falsch ist, steht unter Änderungen.</translation>
    </message>
    <message>
        <source>What they would do to MRR is shown here, plan by plan.</source>
        <translation>Was sie am MRR ändern würden, steht hier, Tarif für Tarif.</translation>
    </message>
    <message>
        <source>It is being applied</source>
        <translation>Es wird gerade angewendet</translation>
    </message>
    <message>
        <source>Choose a folder of business files first</source>
        <translation>Wählen Sie zuerst einen Ordner mit Geschäftsdateien</translation>
    </message>
    <message>
        <source>The files are being read</source>
        <translation>Die Dateien werden gelesen</translation>
    </message>
    <message>
        <source>The files have mistakes</source>
        <translation>Die Dateien enthalten Fehler</translation>
    </message>
    <message>
        <source>Nothing changes</source>
        <translation>Nichts ändert sich</translation>
    </message>
    <message>
        <source>The book refuses the change</source>
        <translation>Der Bestand lässt die Änderung nicht zu</translation>
    </message>
    <message>
        <source>version %1 holds</source>
        <translation>Version %1 gilt</translation>
    </message>
    <message>
        <source>%1 beside %2</source>
        <translation>%1 neben %2</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Apply version %1</source>
        <translation>Version %1 anwenden</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>From now on it is sold, billed and dunned by these files. Live subscriptions keep the version of the plan that they have. To go back, apply the former files.</source>
        <translation>Von nun an wird nach diesen Dateien verkauft, abgerechnet und gemahnt. Laufende Abonnements behalten die Version des Tarifs, die sie haben. Wer zurück will, wendet die früheren Dateien an.</translation>
    </message>
    <message>
        <source>Number of the version</source>
        <translation>Nummer der Version</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ChangeDialog</name>
    <message>
        <source>End subscription</source>
        <translation>Abonnement beenden</translation>
    </message>
    <message>
        <source>Pause subscription</source>
        <translation>Abonnement pausieren</translation>
    </message>
    <message>
        <source>Resume subscription</source>
        <translation>Abonnement fortsetzen</translation>
    </message>
    <message>
        <source>Change subscription</source>
        <translation>Abonnement ändern</translation>
    </message>
    <message>
        <source>End the subscription of %1</source>
        <translation>Abonnement von %1 beenden</translation>
    </message>
    <message>
        <source>Pause the subscription of %1</source>
        <translation>Abonnement von %1 pausieren</translation>
    </message>
    <message>
        <source>Resume the subscription of %1</source>
        <translation>Abonnement von %1 fortsetzen</translation>
    </message>
    <message>
        <source>Change the subscription of %1</source>
        <translation>Abonnement von %1 ändern</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>At the end of the period, %1</source>
        <translation>Am Ende des Zeitraums, %1</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Credit the remaining days</source>
        <translation>Restliche Tage gutschreiben</translation>
    </message>
    <message>
        <source>It ends on %1. Until then it can be taken back.</source>
        <translation>Es endet am %1. Bis dahin lässt es sich zurücknehmen.</translation>
    </message>
    <message>
        <source>It is changed on %1. Until then it can be taken back.</source>
        <translation>Es wird am %1 geändert. Bis dahin lässt es sich zurücknehmen.</translation>
    </message>
    <message>
        <source>Access ends at once, and usage is billed. It cannot be undone.</source>
        <translation>Der Zugang endet sofort, der Verbrauch wird abgerechnet. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>It is changed at once. What is issued with it is final.</source>
        <translation>Es wird sofort geändert. Was damit ausgestellt wird, ist endgültig.</translation>
    </message>
    <message>
        <source>What was scheduled before is dropped.</source>
        <translation>Was bisher vorgemerkt war, entfällt.</translation>
    </message>
    <message>
        <source>Scheduled for %1</source>
        <translation>Vorgemerkt für %1</translation>
    </message>
    <message>
        <source>Subscription ended</source>
        <translation>Abonnement beendet</translation>
    </message>
    <message>
        <source>Subscription changed</source>
        <translation>Abonnement geändert</translation>
    </message>
    <message>
        <source>By the day</source>
        <translation>Auf den Tag genau</translation>
    </message>
    <message>
        <source>To the second</source>
        <translation>Auf die Sekunde genau</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Gar nicht</translation>
    </message>
    <message>
        <source>As usual: by the day</source>
        <translation>Wie üblich: auf den Tag genau</translation>
    </message>
    <message>
        <source>As usual: to the second</source>
        <translation>Wie üblich: auf die Sekunde genau</translation>
    </message>
    <message>
        <source>As usual: not at all</source>
        <translation>Wie üblich: gar nicht</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Wie üblich</translation>
    </message>
    <message>
        <source>Rest of the period</source>
        <translation>Rest des Zeitraums</translation>
    </message>
    <message>
        <source>The contract&apos;s own price and limits end with it.</source>
        <translation>Eigener Preis und eigene Limits des Vertrags enden damit.</translation>
    </message>
    <message>
        <source>Price of its own</source>
        <translation>Eigener Preis</translation>
    </message>
    <message>
        <source>For each period, instead of the plan&apos;s fee; empty: as the plan says.</source>
        <translation>Je Zeitraum, statt der Gebühr des Tarifs; leer: wie im Tarif.</translation>
    </message>
    <message>
        <source>The price cannot be read</source>
        <translation>Der Preis ist nicht lesbar</translation>
    </message>
    <message>
        <source>The contract&apos;s own limits end with it.</source>
        <translation>Eigene Limits des Vertrags enden damit.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Another one: from the next period on</source>
        <translation>Eine andere: ab dem nächsten Zeitraum</translation>
    </message>
    <message>
        <source>The contract&apos;s own price ends with it.</source>
        <translation>Der eigene Preis des Vertrags endet damit.</translation>
    </message>
    <message>
        <source>The subscription stops at once, and nothing is billed until it is resumed. What this issues is final; to go on, resume it.</source>
        <translation>Das Abonnement ruht ab sofort, und bis es fortgesetzt wird, wird nichts berechnet. Was dabei ausgestellt wird, ist endgültig; weiter geht es mit „Fortsetzen“.</translation>
    </message>
    <message>
        <source>The subscription goes on at once, with the rest of its period. What this issues is final; to stop again, pause it.</source>
        <translation>Das Abonnement läuft sofort weiter, mit dem Rest seines Zeitraums. Was dabei ausgestellt wird, ist endgültig; ruhen lässt es sich wieder mit „Pausieren“.</translation>
    </message>
    <message>
        <source>Subscription paused</source>
        <translation>Abonnement pausiert</translation>
    </message>
    <message>
        <source>Subscription resumed</source>
        <translation>Abonnement fortgesetzt</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ChangePreviewView</name>
    <message>
        <source>plan</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Unused time, %1</source>
        <translation>Nicht genutzte Zeit, %1</translation>
    </message>
    <message>
        <source>Rest of the period, %1</source>
        <translation>Rest des Zeitraums, %1</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Discount %1</source>
        <translation>Rabatt %1</translation>
    </message>
    <message>
        <source>Tax %1</source>
        <translation>Steuer %1</translation>
    </message>
    <message>
        <source>%1 · %2 to %3</source>
        <translation>%1 · %2 bis %3</translation>
    </message>
    <message>
        <source>%1, as now</source>
        <translation>%1, wie jetzt</translation>
    </message>
    <message>
        <source>What it comes to</source>
        <translation>Was es ergibt</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>Noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Invoices that are due before it</source>
        <translation>Rechnungen, die zuvor fällig sind</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>Jetzt fällig</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Gutschrift</translation>
    </message>
    <message>
        <source>Lowers what is open</source>
        <translation>Mindert Offenes</translation>
    </message>
    <message>
        <source>Goes to the balance</source>
        <translation>Geht ins Guthaben</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Paid from the balance</source>
        <translation>Aus dem Guthaben bezahlt</translation>
    </message>
    <message>
        <source>credited at once</source>
        <translation>sofort gutgeschrieben</translation>
    </message>
    <message>
        <source>invoiced at once</source>
        <translation>sofort berechnet</translation>
    </message>
    <message>
        <source>Balance after it</source>
        <translation>Guthaben danach</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>Next invoice, %1</source>
        <translation>Nächste Rechnung, %1</translation>
    </message>
    <message>
        <source>Next invoice</source>
        <translation>Nächste Rechnung</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>drafted at once</source>
        <translation>sofort entworfen</translation>
    </message>
    <message>
        <source>Trial until</source>
        <translation>Testphase bis</translation>
    </message>
    <message>
        <source>First invoice, %1</source>
        <translation>Erste Rechnung, %1</translation>
    </message>
    <message>
        <source>%1 instead of %2</source>
        <translation>%1 statt %2</translation>
    </message>
    <message>
        <source>as the plan says</source>
        <translation>wie im Tarif</translation>
    </message>
    <message>
        <source>Price of its own</source>
        <translation>Eigener Preis</translation>
    </message>
    <message>
        <source>Limit of its own, %1</source>
        <translation>Eigenes Limit, %1</translation>
    </message>
    <message>
        <source>Price of its own, then</source>
        <translation>Eigener Preis, dann</translation>
    </message>
    <message>
        <source>Taken off what is drafted</source>
        <translation>Von Entwürfen abgezogen</translation>
    </message>
    <message>
        <source>Usage in the currency before</source>
        <translation>Verbrauch in der Währung zuvor</translation>
    </message>
    <message>
        <source>Currency, then</source>
        <translation>Währung, dann</translation>
    </message>
    <message>
        <source>Not charged in %1</source>
        <translation>Nicht berechnet in %1</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ChangesPage</name>
    <message>
        <source>What is wrong</source>
        <translation>Was falsch ist</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>What is wrong with the files</source>
        <translation>Was an den Dateien falsch ist</translation>
    </message>
    <message>
        <source>What the folder would change</source>
        <translation>Was der Ordner ändern würde</translation>
    </message>
    <message>
        <source>Choose a folder of business files</source>
        <translation>Wählen Sie einen Ordner mit Geschäftsdateien</translation>
    </message>
    <message>
        <source>Plans, prices, limits, dunning and texts are files. What they would change is shown here before anything is applied.</source>
        <translation>Tarife, Preise, Limits, Mahnwesen und Texte sind Dateien. Was sie ändern würden, steht hier, bevor etwas angewendet wird.</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Nothing changes</source>
        <translation>Nichts ändert sich</translation>
    </message>
    <message>
        <source>These files are already applied: version %1.</source>
        <translation>Diese Dateien sagen, was schon gilt: Version %1.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ChargeDialog</name>
    <message>
        <source>Add line</source>
        <translation>Position hinzufügen</translation>
    </message>
    <message>
        <source>The invoice</source>
        <translation>Die Rechnung</translation>
    </message>
    <message>
        <source>Issue invoice</source>
        <translation>Rechnung ausstellen</translation>
    </message>
    <message>
        <source>Charge once</source>
        <translation>Einmalig berechnen</translation>
    </message>
    <message>
        <source>Charge %1 once</source>
        <translation>%1 einmalig berechnen</translation>
    </message>
    <message>
        <source>The invoice gets its number now, unless invoices are reviewed first, and is charged or mailed like any other. It cannot be deleted, only credited.</source>
        <translation>Die Rechnung bekommt ihre Nummer jetzt, wo Rechnungen nicht erst geprüft werden, und wird eingezogen oder gemailt wie jede andere. Sie lässt sich nicht löschen, nur gutschreiben.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>A longer invoice is made by the command line</source>
        <translation>Eine längere Rechnung macht die Befehlszeile</translation>
    </message>
    <message>
        <source>Line %1 has a number that cannot be read</source>
        <translation>Position %1 hat eine Zahl, die sich nicht lesen lässt</translation>
    </message>
    <message>
        <source>A line needs a text, a quantity and a price</source>
        <translation>Eine Position hat, was berechnet wird, wie viel und einen Preis</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Paid from the balance</source>
        <translation>Aus dem Guthaben bezahlt</translation>
    </message>
    <message>
        <source>It stays a draft until it is reviewed, approved or no longer on hold.</source>
        <translation>Sie bleibt ein Entwurf, bis sie geprüft, genehmigt oder nicht mehr zurückgehalten ist.</translation>
    </message>
    <message>
        <source>Reverse charge: the customer pays the tax.</source>
        <translation>Umkehr der Steuerschuld: der Kunde zahlt die Steuer.</translation>
    </message>
    <message>
        <source>It is being done</source>
        <translation>Es wird gerade ausgeführt</translation>
    </message>
    <message>
        <source>Nothing is charged yet</source>
        <translation>Noch wird nichts berechnet</translation>
    </message>
    <message>
        <source>The result is not known yet</source>
        <translation>Was es ergibt, ist noch nicht bekannt</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ChargeLine</name>
    <message>
        <source>Remove this line</source>
        <translation>Diese Position entfernen</translation>
    </message>
    <message>
        <source>What is charged</source>
        <translation>Was berechnet wird</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viel</translation>
    </message>
    <message>
        <source>Price of one, without tax</source>
        <translation>Preis für eins, ohne Steuer</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Chart</name>
    <message>
        <source>There are no figures yet.</source>
        <translation>Es gibt noch keine Zahlen.</translation>
    </message>
    <message>
        <source>Figures of the chart as a table</source>
        <translation>Zahlen des Diagramms als Tabelle</translation>
    </message>
    <message>
        <source>Point before</source>
        <translation>Punkt davor</translation>
    </message>
    <message>
        <source>Next point</source>
        <translation>Nächster Punkt</translation>
    </message>
    <message>
        <source>First point</source>
        <translation>Erster Punkt</translation>
    </message>
    <message>
        <source>Last point</source>
        <translation>Letzter Punkt</translation>
    </message>
    <message>
        <source>What is behind the point</source>
        <translation>Was hinter dem Punkt steht</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Chip</name>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Delete removes this filter</source>
        <translation>Entf entfernt diesen Filter</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ContradictionInspector</name>
    <message>
        <source>What our books say</source>
        <translation>Was unsere Bücher sagen</translation>
    </message>
    <message>
        <source>What the provider says</source>
        <translation>Was der Anbieter sagt</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>To find it there</source>
        <translation>So ist es dort zu finden</translation>
    </message>
    <message>
        <source>Contradiction</source>
        <translation>Widerspruch</translation>
    </message>
    <message>
        <source>Open the timeline</source>
        <translation>Verlauf öffnen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Its id there</source>
        <translation>Kennung dort</translation>
    </message>
    <message>
        <source>never told</source>
        <translation>nie genannt</translation>
    </message>
    <message>
        <source>Our id</source>
        <translation>Unsere Kennung</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nichts gewählt</translation>
    </message>
    <message>
        <source>Choose one to see what the books and the provider say about it.</source>
        <translation>Wählen Sie einen Widerspruch, um zu sehen, was Bücher und Anbieter dazu sagen.</translation>
    </message>
    <message>
        <source>It no longer waits</source>
        <translation>Das wartet auf niemanden mehr</translation>
    </message>
    <message>
        <source>Somebody settled it, or the provider is being asked about it again.</source>
        <translation>Jemand hat es abgeschlossen, oder der Anbieter wird erneut danach gefragt.</translation>
    </message>
    <message>
        <source>It could not be loaded</source>
        <translation>Das konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ContradictionsPane</name>
    <message>
        <source>Contradictions</source>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <source>Filter contradictions</source>
        <translation>Widersprüche filtern</translation>
    </message>
    <message>
        <source>Contradictions could not be loaded</source>
        <translation>Widersprüche konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>None matches now.</source>
        <translation>So ist gerade keiner.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>No provider contradicts the books</source>
        <translation>Kein Anbieter widerspricht den Büchern</translation>
    </message>
    <message>
        <source>What a payment provider says about a charge, a refund or a payment method and cannot be true waits here for somebody to look at it there.</source>
        <translation>Was ein Zahlungsanbieter zu einem Einzug, einer Erstattung oder einer Zahlungsart sagt und nicht sein kann, wartet hier, bis jemand dort nachsieht.</translation>
    </message>
    <message>
        <source>What providers contradict</source>
        <translation>Was Anbieter bestreiten</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>What payment providers contradict and nobody has settled.</source>
        <translation>Was Zahlungsanbieter anders sagen und niemand geklärt hat.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CorrectionDialog</name>
    <message>
        <source>What it comes to</source>
        <translation>Was es ergibt</translation>
    </message>
    <message>
        <source>Correct usage</source>
        <translation>Verbrauch korrigieren</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Event “%1”</source>
        <translation>Ereignis „%1“</translation>
    </message>
    <message>
        <source>Quantity to take away</source>
        <translation>Wegzunehmende Menge</translation>
    </message>
    <message>
        <source>At most %1, which is what is left of the event.</source>
        <translation>Höchstens %1: So viel ist vom Ereignis übrig.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>It appears in the timeline.</source>
        <translation>Er steht im Verlauf.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 of %2 corrected</source>
        <translation>%1 von %2 korrigiert</translation>
    </message>
    <message>
        <source>The quantity cannot be read</source>
        <translation>Die Menge ist nicht zu lesen</translation>
    </message>
    <message>
        <source>Nothing is billed for it. The event stays as it is; the correction stands beside it.</source>
        <translation>Dafür wird nichts berechnet. Das Ereignis bleibt, wie es ist; die Korrektur steht daneben.</translation>
    </message>
    <message>
        <source>Its period is not billed yet: the invoice that closes it has what is left. The event stays as it is; the correction stands beside it.</source>
        <translation>Sein Zeitraum ist noch nicht berechnet: Die Rechnung, die ihn schließt, hat, was übrig ist. Das Ereignis bleibt, wie es ist; die Korrektur steht daneben.</translation>
    </message>
    <message>
        <source>Used in the period now</source>
        <translation>Verbrauch des Zeitraums jetzt</translation>
    </message>
    <message>
        <source>Left of the event after it</source>
        <translation>Danach vom Ereignis übrig</translation>
    </message>
    <message>
        <source>Used in the period after it</source>
        <translation>Verbrauch des Zeitraums danach</translation>
    </message>
    <message>
        <source>It is being done</source>
        <translation>Es wird gerade getan</translation>
    </message>
    <message>
        <source>No quantity is given</source>
        <translation>Keine Menge angegeben</translation>
    </message>
    <message>
        <source>No reason is given</source>
        <translation>Kein Grund angegeben</translation>
    </message>
    <message>
        <source>The result is not known yet</source>
        <translation>Was es ergibt, ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>Its period is closed: %1 billed it. What was too much is given back with the subscription&apos;s next invoice, on it or as a credit note.</source>
        <translation>Der Zeitraum ist abgeschlossen: %1 hat ihn abgerechnet. Was zu viel ist, geht mit der nächsten Rechnung des Abonnements zurück, auf ihr oder als Gutschrift.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CorrectionOffer</name>
    <message>
        <source>Correct…</source>
        <translation>Korrigieren…</translation>
    </message>
    <message>
        <source>No event is chosen</source>
        <translation>Es ist kein Ereignis gewählt</translation>
    </message>
    <message>
        <source>A correction cannot be corrected: correct the event that it names</source>
        <translation>Eine Korrektur wird nicht korrigiert: Nehmen Sie von dem Ereignis, das sie nennt</translation>
    </message>
    <message>
        <source>Nothing is left of it to correct</source>
        <translation>Davon ist nichts übrig, das wegzunehmen wäre</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CouponDialog</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Apply a coupon to the subscription of %1</source>
        <translation>Gutschein für das Abonnement von %1 einlösen</translation>
    </message>
    <message>
        <source>Apply coupon</source>
        <translation>Gutschein einlösen</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>Type the coupon</source>
        <translation>Geben Sie den Gutschein ein</translation>
    </message>
    <message numerus="yes">
        <source>It takes %1 off the next %n recurring invoice(s).</source>
        <translation>
            <numerusform>Er senkt die nächste wiederkehrende Rechnung um %1.</numerusform>
            <numerusform>Er senkt die nächsten %n wiederkehrenden Rechnungen um %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>It takes %1 off every recurring invoice from the next one on.</source>
        <translation>Er senkt von der nächsten an jede wiederkehrende Rechnung um %1.</translation>
    </message>
    <message>
        <source>Coupon applied</source>
        <translation>Gutschein eingelöst</translation>
    </message>
    <message>
        <source>It can be ended, but not redeemed again.</source>
        <translation>Er kann beendet, aber nicht noch einmal eingelöst werden.</translation>
    </message>
    <message>
        <source>No further invoice is expected. It can be ended, but not redeemed again.</source>
        <translation>So wie es steht, kommt keine Rechnung mehr. Er kann beendet, aber nicht noch einmal eingelöst werden.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CsvFields</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Where the file does not say of which account it is.</source>
        <translation>Wo die Datei nicht sagt, von welchem Konto sie ist.</translation>
    </message>
    <message>
        <source>Where it has no column of that.</source>
        <translation>Wo sie dafür keine Spalte hat.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CustomerInvoicesPage</name>
    <message>
        <source>Invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>Uncollectible</source>
        <translation>Uneinbringlich</translation>
    </message>
    <message>
        <source>Number begins with</source>
        <translation>Nummer beginnt mit</translation>
    </message>
    <message>
        <source>Invoices could not be loaded</source>
        <translation>Rechnungen konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>No such invoice</source>
        <translation>Keine solche Rechnung</translation>
    </message>
    <message>
        <source>No invoice of this organization matches.</source>
        <translation>Keine dieser Organisation passt zu dieser Auswahl.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>No invoices yet</source>
        <translation>Noch keine Rechnungen</translation>
    </message>
    <message>
        <source>The first one comes with the first billing run after the subscription starts.</source>
        <translation>Die erste kommt mit dem ersten Abrechnungslauf nach Beginn des Abonnements.</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s)</source>
        <translation>
            <numerusform>%n Rechnung</numerusform>
            <numerusform>%n Rechnungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CustomerLinkDialog</name>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>End all links…</source>
        <translation>Alle Links beenden…</translation>
    </message>
    <message>
        <source>Make link</source>
        <translation>Link erstellen</translation>
    </message>
    <message>
        <source>Link for the customer</source>
        <translation>Link für den Kunden</translation>
    </message>
    <message>
        <source>Link to %1 for %2</source>
        <translation>Link zu %1 für %2</translation>
    </message>
    <message>
        <source>Link for %1</source>
        <translation>Link für %1</translation>
    </message>
    <message>
        <source>Whoever has it sees this invoice and can pay it.</source>
        <translation>Wer ihn hat, sieht diese Rechnung und kann sie bezahlen.</translation>
    </message>
    <message>
        <source>Whoever has it sees all invoices, can pay them, and can change the payment method.</source>
        <translation>Wer ihn hat, sieht alle Rechnungen, kann sie bezahlen und die Zahlungsart ändern.</translation>
    </message>
    <message>
        <source>Address of the customers’ pages</source>
        <translation>Adresse der Kundenseiten</translation>
    </message>
    <message>
        <source>Where tenantryd is reached from outside.</source>
        <translation>Wo tenantryd von außen erreicht wird.</translation>
    </message>
    <message>
        <source>Days that it works</source>
        <translation>Gültig für Tage</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) of %1 work no more</source>
        <translation>
            <numerusform>%n Link von %1 gilt nicht mehr</numerusform>
            <numerusform>%n Links von %1 gelten nicht mehr</numerusform>
        </translation>
    </message>
    <message>
        <source>The link was copied.</source>
        <translation>Der Link wurde kopiert.</translation>
    </message>
    <message>
        <source>Copy again</source>
        <translation>Noch einmal kopieren</translation>
    </message>
    <message>
        <source>The link was copied. It works until %1 and is not shown again.</source>
        <translation>Der Link wurde kopiert. Er gilt bis %1 und wird nicht noch einmal gezeigt.</translation>
    </message>
    <message>
        <source>End all links</source>
        <translation>Alle Links beenden</translation>
    </message>
    <message>
        <source>End all links of %1</source>
        <translation>Alle Links von %1 beenden</translation>
    </message>
    <message>
        <source>Links in mails that were already sent then stop working. The next mail has a new one, and you can make one here at any time.</source>
        <translation>Links in verschickten Mails führen dann ins Leere. Die nächste Mail hat einen neuen, und hier lässt sich jederzeit einer erstellen.</translation>
    </message>
    <message>
        <source>It is being done</source>
        <translation>Es wird ausgeführt</translation>
    </message>
    <message>
        <source>The address of the pages is missing</source>
        <translation>Die Adresse der Seiten fehlt</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DayEditor</name>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Calendar (Alt+Down)</source>
        <translation>Kalender (Alt+Abwärts)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DifferenceRow</name>
    <message>
        <source>Keep mine</source>
        <translation>Meines behalten</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Anderes übernehmen</translation>
    </message>
    <message>
        <source>%1: keep mine</source>
        <translation>%1: meines behalten</translation>
    </message>
    <message>
        <source>%1: take theirs</source>
        <translation>%1: anderes übernehmen</translation>
    </message>
    <message>
        <source>Mine: %1</source>
        <translation>Meines: %1</translation>
    </message>
    <message>
        <source>Theirs, saved meanwhile: %1</source>
        <translation>Inzwischen von anderen gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DimensionCells</name>
    <message>
        <source>“” (an empty text)</source>
        <translation>„“ (ein leerer Text)</translation>
    </message>
    <message>
        <source>Highest of the value ÷ highest of all; several may reach it.</source>
        <translation>Höchster des Werts ÷ höchster von allen; mehrere können ihn erreichen.</translation>
    </message>
    <message>
        <source>Distinct ones with the value ÷ all distinct ones; one may be with several values.</source>
        <translation>Verschiedene mit dem Wert ÷ alle verschiedenen; dasselbe kann bei mehreren Werten vorkommen.</translation>
    </message>
    <message>
        <source>None: what was said last of a value is no part of another one.</source>
        <translation>Keiner: Was zuletzt zu einem Wert gemeldet wurde, ist kein Teil eines anderen.</translation>
    </message>
    <message>
        <source>Quantity of the value ÷ quantity of all.</source>
        <translation>Menge des Werts ÷ Menge von allen.</translation>
    </message>
    <message>
        <source>The highest of its events, less what was corrected.</source>
        <translation>Das höchste seiner Ereignisse, abzüglich der Korrekturen.</translation>
    </message>
    <message>
        <source>How many distinct values of “%1” its events have; corrected ones do not count.</source>
        <translation>Wie viele verschiedene Werte von „%1“ seine Ereignisse haben; korrigierte zählen nicht.</translation>
    </message>
    <message>
        <source>The last of its events, less what was corrected.</source>
        <translation>Das letzte seiner Ereignisse, abzüglich der Korrekturen.</translation>
    </message>
    <message>
        <source>The sum of its events, less what was corrected.</source>
        <translation>Die Summe seiner Ereignisse, abzüglich der Korrekturen.</translation>
    </message>
    <message>
        <source>How many events have the value; corrections of one too.</source>
        <translation>Wie viele Ereignisse den Wert haben; auch die Korrekturen eines solchen.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DimensionPage</name>
    <message>
        <source>Dimension</source>
        <translation>Dimension</translation>
    </message>
    <message>
        <source>Usage by dimension could not be loaded</source>
        <translation>Der Verbrauch nach Dimension ließ sich nicht laden</translation>
    </message>
    <message>
        <source>Usage by the values of a dimension</source>
        <translation>Verbrauch nach den Werten einer Dimension</translation>
    </message>
    <message>
        <source>No dimensions</source>
        <translation>Keine Dimensionen</translation>
    </message>
    <message>
        <source>A dimension is what is sent along with usage: a region, a project. The latest events of this metric have none.</source>
        <translation>Eine Dimension wird mit dem Verbrauch gesendet: eine Region, ein Projekt. Die neuesten Ereignisse dieser Metrik haben keine.</translation>
    </message>
    <message numerus="yes">
        <source>Of the latest %Ln event(s) alone</source>
        <translation>
            <numerusform>Nur aus dem neuesten Ereignis</numerusform>
            <numerusform>Nur aus den neuesten %Ln Ereignissen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln event(s)</source>
        <translation>
            <numerusform>Aus %Ln Ereignis</numerusform>
            <numerusform>Aus %Ln Ereignissen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DunningDetail</name>
    <message>
        <source>not answered yet</source>
        <translation>noch ohne Antwort</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>bezahlt</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>zurückgezahlt</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Was als Nächstes kommt</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>Was versucht wurde</translation>
    </message>
    <message>
        <source>Time given</source>
        <translation>Zahlungsaufschub</translation>
    </message>
    <message>
        <source>Open invoice</source>
        <translation>Rechnung öffnen</translation>
    </message>
    <message>
        <source>Open organization</source>
        <translation>Organisation öffnen</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Payment method</source>
        <translation>Zahlungsmittel</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>läuft weiter</translation>
    </message>
    <message>
        <source>Being tried</source>
        <translation>Wird versucht</translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation>Nichts geplant</translation>
    </message>
    <message>
        <source>a person decides</source>
        <translation>ein Mensch entscheidet</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>there was no payment method</source>
        <translation>es gab kein Zahlungsmittel</translation>
    </message>
    <message>
        <source>until %1, taken back by %2</source>
        <translation>bis %1, zurückgenommen von %2</translation>
    </message>
    <message>
        <source>until %1, by %2</source>
        <translation>bis %1, von %2</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>No case chosen</source>
        <translation>Kein Fall gewählt</translation>
    </message>
    <message>
        <source>Choose one to see what was tried and what comes next.</source>
        <translation>Wählen Sie einen Widerspruch, um zu sehen, was versucht wurde und was als Nächstes kommt.</translation>
    </message>
    <message>
        <source>Not in dunning any more</source>
        <translation>Nicht mehr im Mahnwesen</translation>
    </message>
    <message>
        <source>It was paid, voided or written off meanwhile.</source>
        <translation>Sie wurde inzwischen bezahlt, storniert oder abgeschrieben.</translation>
    </message>
    <message>
        <source>This case could not be loaded</source>
        <translation>Dieser Fall konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>withdrawn, never charged</source>
        <translation>zurückgezogen, nie eingezogen</translation>
    </message>
    <message>
        <source>wait for its outcome</source>
        <translation>warten Sie das Ergebnis ab</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DunningPane</name>
    <message>
        <source>Dunning</source>
        <translation>Mahnwesen</translation>
    </message>
    <message>
        <source>Filter cases</source>
        <translation>Fälle filtern</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnung</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Cases of dunning</source>
        <translation>Fälle des Mahnwesens</translation>
    </message>
    <message>
        <source>Retry selected</source>
        <translation>Auswahl versuchen</translation>
    </message>
    <message>
        <source>Time taken back</source>
        <translation>Aufschub zurückgenommen</translation>
    </message>
    <message>
        <source>%1, %2 open</source>
        <translation>%1, %2 offen</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n Fall</numerusform>
            <numerusform>%n Fälle</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 recovered in %2 days</source>
        <translation>%1 in %2 Tagen eingebracht</translation>
    </message>
    <message>
        <source>Cases could not be loaded</source>
        <translation>Fälle konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>No case matches now.</source>
        <translation>So ist gerade kein Fall.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>Nothing is dunned</source>
        <translation>Nichts wird gemahnt</translation>
    </message>
    <message>
        <source>Invoices stand here when a payment fails or their due date has passed.</source>
        <translation>Hier stehen Rechnungen, wenn eine Zahlung scheitert oder ihr Fälligkeitstag vorbei ist.</translation>
    </message>
    <message>
        <source>All open cases, in whatever step.</source>
        <translation>Alle offenen Fälle, in welchem Schritt auch immer.</translation>
    </message>
    <message>
        <source>All open cases, and what is due of their invoices.</source>
        <translation>Alle offenen Fälle und was von ihren Rechnungen fällig ist.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::EffectPage</name>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>no longer sold</source>
        <translation>nicht mehr verkauft</translation>
    </message>
    <message>
        <source>%1, %2, %3: %4</source>
        <translation>%1, %2, %3: %4</translation>
    </message>
    <message numerus="yes">
        <source>%n of them have no price in the new version and stay as they are.</source>
        <translation>
            <numerusform>%n davon hat in der neuen Version keinen Preis und bleibt, wie es ist.</numerusform>
            <numerusform>%n davon haben in der neuen Version keinen Preis und bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>MRR now</source>
        <translation>MRR jetzt</translation>
    </message>
    <message>
        <source>MRR if moved</source>
        <translation>MRR nach Umzug</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Effect on the live subscriptions</source>
        <translation>Wirkung auf die laufenden Abonnements</translation>
    </message>
    <message>
        <source>Live subscriptions keep the version that they have until they are moved. MRR of those here: %1 now, %2 if all that have a price in it moved to the new version.</source>
        <translation>Laufende Abonnements behalten ihre Version, bis sie umgezogen werden. MRR der hier genannten: %1 jetzt, %2, wenn alle, die darin einen Preis haben, auf die neue Version umziehen.</translation>
    </message>
    <message>
        <source>No live subscription is affected</source>
        <translation>Kein laufendes Abonnement ist betroffen</translation>
    </message>
    <message>
        <source>sold otherwise</source>
        <translation>anders verkauft</translation>
    </message>
    <message>
        <source>Plans and add-ons that nobody has, and everything else in the files, leave today&apos;s revenue as it is.</source>
        <translation>Tarife und Add-ons, die niemand hat, und alles andere ändern nichts am vorhandenen Umsatz.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::EmptyState</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::EndCouponDialog</name>
    <message>
        <source>End a coupon of the subscription of %1</source>
        <translation>Gutschein des Abonnements von %1 beenden</translation>
    </message>
    <message>
        <source>End coupon</source>
        <translation>Gutschein beenden</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>At the end of the period, %1</source>
        <translation>Am Ende des Zeitraums, %1</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>It takes nothing off what is billed from now on.</source>
        <translation>Von dem, was ab jetzt berechnet wird, zieht er nichts ab.</translation>
    </message>
    <message>
        <source>It takes nothing off what is billed for later periods.</source>
        <translation>Von dem, was für die Zeiträume nach diesem berechnet wird, zieht er nichts ab.</translation>
    </message>
    <message>
        <source>What is issued or drafted stays. The coupon is not redeemed again.</source>
        <translation>Was festgeschrieben oder entworfen ist, bleibt. Der Gutschein wird nicht noch einmal eingelöst.</translation>
    </message>
    <message>
        <source>Coupon ended</source>
        <translation>Gutschein beendet</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::EntryInspector</name>
    <message>
        <source>What the payer wrote</source>
        <translation>Was der Zahler schrieb</translation>
    </message>
    <message>
        <source>It may mean</source>
        <translation>Er meint vielleicht</translation>
    </message>
    <message>
        <source>It paid</source>
        <translation>Er bezahlte</translation>
    </message>
    <message>
        <source>What the bank says</source>
        <translation>Was die Bank sagt</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Zuordnen…</translation>
    </message>
    <message>
        <source>Undo assignment…</source>
        <translation>Zuordnung lösen…</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <source>Why it is no customer&apos;s</source>
        <translation>Warum kein Kunde</translation>
    </message>
    <message>
        <source>Why it waits</source>
        <translation>Warum er wartet</translation>
    </message>
    <message>
        <source>Assign it to %1…</source>
        <translation>%1 zuordnen…</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>To the balance</source>
        <translation>Zum Guthaben</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Value date</source>
        <translation>Wertstellung</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Zahler</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Verwendungszweck</translation>
    </message>
    <message>
        <source>End-to-end id</source>
        <translation>Ende-zu-Ende-Referenz</translation>
    </message>
    <message>
        <source>Bank&apos;s reference</source>
        <translation>Referenz der Bank</translation>
    </message>
    <message>
        <source>Our account</source>
        <translation>Unser Konto</translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation>Rückbuchung</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>No entry chosen</source>
        <translation>Kein Umsatz gewählt</translation>
    </message>
    <message>
        <source>Choose one to see what the bank says about it and what it may be.</source>
        <translation>Wählen Sie einen Widerspruch, um zu sehen, was die Bank dazu sagt und was er meinen kann.</translation>
    </message>
    <message>
        <source>This entry could not be loaded</source>
        <translation>Dieser Umsatz konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Not a customer&apos;s</source>
        <translation>Kein Kunde</translation>
    </message>
    <message>
        <source>Let it wait again</source>
        <translation>Wieder warten lassen</translation>
    </message>
    <message>
        <source>In the books on %1: the bank&apos;s day is closed</source>
        <translation>In den Büchern am %1: der Tag der Bank ist abgeschlossen</translation>
    </message>
    <message>
        <source>In the books on %1: the bank&apos;s day was still to come</source>
        <translation>In den Büchern am %1: der Tag der Bank stand noch bevor</translation>
    </message>
    <message>
        <source>It may be</source>
        <translation>Vielleicht ist es</translation>
    </message>
    <message>
        <source>Another payment</source>
        <translation>Andere Zahlung</translation>
    </message>
    <message>
        <source>The same, told again</source>
        <translation>Derselbe nochmals</translation>
    </message>
    <message>
        <source>It is the same as</source>
        <translation>Er ist derselbe wie</translation>
    </message>
    <message>
        <source>It is another than</source>
        <translation>Er ist ein anderer als</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Show that entry</source>
        <translation>Diese Buchung zeigen</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>It may be the money of</source>
        <translation>Es kann das Geld sein von</translation>
    </message>
    <message>
        <source>Sent back…</source>
        <translation>Rückgabe…</translation>
    </message>
    <message>
        <source>came in on %1</source>
        <translation>eingegangen am %1</translation>
    </message>
    <message>
        <source>The bank sent it back…</source>
        <translation>Die Bank hat es zurückgegeben…</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ErrorListModel</name>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>character %1</source>
        <translation>Zeichen %1</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::EventCells</name>
    <message>
        <source>Correction, late</source>
        <translation>Korrektur, verspätet</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>Late, corrected</source>
        <translation>Verspätet, korrigiert</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Korrigiert</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Verspätet</translation>
    </message>
    <message>
        <source>It corrects the event “%1”.</source>
        <translation>Sie korrigiert das Ereignis „%1“.</translation>
    </message>
    <message>
        <source>It came when its period was over.</source>
        <translation>Es kam, als sein Zeitraum vorbei war.</translation>
    </message>
    <message>
        <source>Corrections took %1 from it.</source>
        <translation>Korrekturen haben %1 davon weggenommen.</translation>
    </message>
    <message>
        <source>As it was reported; a correction is below zero.</source>
        <translation>Wie gemeldet; eine Korrektur ist kleiner als null.</translation>
    </message>
    <message>
        <source>The invoice that has it, or what will become of it.</source>
        <translation>Die Rechnung, auf der es steht, oder was daraus wird.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::EventsPage</name>
    <message>
        <source>The events could not be loaded</source>
        <translation>Die Ereignisse ließen sich nicht laden</translation>
    </message>
    <message>
        <source>Usage events</source>
        <translation>Verbrauchsereignisse</translation>
    </message>
    <message>
        <source>Correction, late</source>
        <translation>Korrektur, verspätet</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n Ereignis</numerusform>
            <numerusform>%n Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>ohne %1</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>Dimension</translation>
    </message>
    <message>
        <source>No such events</source>
        <translation>Keine solchen Ereignisse</translation>
    </message>
    <message>
        <source>No event of this metric and period has that value of the dimension.</source>
        <translation>Kein Ereignis dieser Metrik und dieses Zeitraums hat diesen Wert der Dimension.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s)</source>
        <translation>
            <numerusform>%1 Ereignis</numerusform>
            <numerusform>%1 Ereignisse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ExplainPage</name>
    <message>
        <source>How the amount came about</source>
        <translation>So entstand der Betrag</translation>
    </message>
    <message>
        <source>Usage events</source>
        <translation>Verbrauchsereignisse</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Amount, rounded once</source>
        <translation>Betrag, einmal gerundet</translation>
    </message>
    <message>
        <source>The events could not be loaded</source>
        <translation>Die Ereignisse ließen sich nicht laden</translation>
    </message>
    <message>
        <source>No events</source>
        <translation>Keine Ereignisse</translation>
    </message>
    <message>
        <source>This line counts a value carried over from before its period.</source>
        <translation>Diese Position zählt einen Wert, der aus der Zeit vor ihrem Zeitraum stammt.</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Position %1</translation>
    </message>
    <message>
        <source>There is nothing to explain</source>
        <translation>Hier gibt es nichts zu erklären</translation>
    </message>
    <message>
        <source>The invoice has no line %1 that counts usage.</source>
        <translation>Die Rechnung hat keine Position %1, die Verbrauch zählt.</translation>
    </message>
    <message>
        <source>The invoice could not be loaded</source>
        <translation>Die Rechnung konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The credit note has no line %1 that counts usage.</source>
        <translation>Die Gutschrift hat keine Position %1, die Verbrauch zählt.</translation>
    </message>
    <message>
        <source>The credit note could not be loaded</source>
        <translation>Die Gutschrift konnte nicht geladen werden</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ExportAction</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export cancelled</source>
        <translation>Export abgebrochen</translation>
    </message>
    <message>
        <source>No file was written.</source>
        <translation>Es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>An export is going on</source>
        <translation>Ein Export läuft</translation>
    </message>
    <message>
        <source>There is nothing to export</source>
        <translation>Es gibt nichts zu exportieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) exported</source>
        <translation>
            <numerusform>%n Zeile exportiert</numerusform>
            <numerusform>%n Zeilen exportiert</numerusform>
        </translation>
    </message>
    <message>
        <source>The rows are those from before: what is chosen now was not read</source>
        <translation>Die Zeilen sind noch die von vorher: Was jetzt gewählt ist, wurde nicht gelesen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::FigurePage</name>
    <message>
        <source>Rows behind the figure</source>
        <translation>Zeilen hinter der Kennzahl</translation>
    </message>
    <message>
        <source>The rows could not be loaded</source>
        <translation>Die Zeilen konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Nothing is behind this figure</source>
        <translation>Hinter dieser Kennzahl steht nichts</translation>
    </message>
    <message>
        <source>There are no such rows now.</source>
        <translation>Derzeit gibt es keine solche Zeile.</translation>
    </message>
    <message>
        <source>Back to the figures</source>
        <translation>Zurück zu den Kennzahlen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::FiguresBar</name>
    <message>
        <source>Recovered</source>
        <translation>Eingebracht</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>What payments and the balance brought in of the cases that ended this month: paid after a failed try or past due.</source>
        <translation>Was Zahlungen und Guthaben von den Fällen eingebracht haben, die in diesem Monat endeten: bezahlt nach einem gescheiterten Versuch oder überfällig.</translation>
    </message>
    <message>
        <source>What was written off or voided of the cases that ended this month.</source>
        <translation>Was von den Fällen, die in diesem Monat endeten, abgeschrieben oder storniert wurde.</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) in %1</source>
        <translation>
            <numerusform>%n Fall im %1</numerusform>
            <numerusform>%n Fälle im %1</numerusform>
        </translation>
    </message>
    <message>
        <source>What is due of all cases in this step. Press it to see those alone.</source>
        <translation>Was von allen Fällen dieser Stufe offen ist. Ein Druck zeigt nur sie.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::FilterBar</name>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::FinalizeAction</name>
    <message>
        <source>Finalize what is due</source>
        <translation>Fälliges festschreiben</translation>
    </message>
    <message>
        <source>Billing run</source>
        <translation>Abrechnungslauf</translation>
    </message>
    <message>
        <source>A run is going on</source>
        <translation>Ein Lauf ist im Gang</translation>
    </message>
    <message>
        <source>A run issues what is due today: choose today to see it first</source>
        <translation>Ein Lauf stellt aus, was heute fällig ist: Wählen Sie heute, um es vorher zu sehen</translation>
    </message>
    <message>
        <source>The preview of today is not complete</source>
        <translation>Die Vorschau für heute ist noch nicht vollständig</translation>
    </message>
    <message>
        <source>Nothing is due today</source>
        <translation>Heute ist nichts fällig</translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) finalized</source>
        <translation>
            <numerusform>%n Rechnung festgeschrieben</numerusform>
            <numerusform>%n Rechnungen festgeschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft what is due</source>
        <translation>Fälliges entwerfen</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) made</source>
        <translation>
            <numerusform>%n Entwurf angelegt</numerusform>
            <numerusform>%n Entwürfe angelegt</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled; %1</source>
        <translation>Abgebrochen; %1</translation>
    </message>
    <message>
        <source>What is due now is being counted</source>
        <translation>Was jetzt fällig ist, wird gerade gezählt</translation>
    </message>
    <message>
        <source>Nothing is due now</source>
        <translation>Jetzt ist nichts fällig</translation>
    </message>
    <message>
        <source>What the list showed is due later today, or was issued meanwhile</source>
        <translation>Was die Liste zeigte, wird erst im Lauf des Tages fällig oder wurde inzwischen ausgestellt</translation>
    </message>
    <message numerus="yes">
        <source>%1; %n organization(s) could not be billed</source>
        <translation>
            <numerusform>%1; %n Organisation konnte nicht abgerechnet werden</numerusform>
            <numerusform>%1; %n Organisationen konnten nicht abgerechnet werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) lowered by %1</source>
        <translation>
            <numerusform>%n Entwurf um %1 gesenkt</numerusform>
            <numerusform>%n Entwürfe um %1 gesenkt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::FormDialog</name>
    <message>
        <source>What is typed here cannot be kept as a draft</source>
        <translation>Was hier eingegeben wird, kann nicht als Entwurf aufgehoben werden</translation>
    </message>
    <message>
        <source>The folder for drafts cannot be written</source>
        <translation>Der Ordner für Entwürfe ist nicht beschreibbar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The record could not be loaded</source>
        <translation>Der Datensatz konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Kept as a draft</source>
        <translation>Als Entwurf aufgehoben</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undone; it is as it was</source>
        <translation>Rückgängig gemacht; es ist wie zuvor</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::FormView</name>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>The record is not there yet</source>
        <translation>Der Datensatz ist noch nicht da</translation>
    </message>
    <message>
        <source>There is no connection to the database; what you typed is kept</source>
        <translation>Keine Verbindung zur Datenbank; was eingegeben wurde, bleibt erhalten</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) were saved by somebody else meanwhile: choose what holds</source>
        <translation>
            <numerusform>%n Feld wurde inzwischen auch von anderen gespeichert: bitte wählen, was gilt</numerusform>
            <numerusform>%n Felder wurden inzwischen auch von anderen gespeichert: bitte wählen, was gilt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing is changed</source>
        <translation>Nichts ist geändert</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::GapDialog</name>
    <message>
        <source>Name of the later statement</source>
        <translation>Name des späteren Auszugs</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>Nichts fehlt</translation>
    </message>
    <message>
        <source>Nothing is missing between two statements</source>
        <translation>Zwischen zwei Auszügen fehlt nichts</translation>
    </message>
    <message>
        <source>Nothing is missing there</source>
        <translation>Dort fehlt nichts</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>It is kept with your login and the time.</source>
        <translation>Er wird mit Ihrer Anmeldung und der Zeit aufbewahrt.</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Lücke</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The gap is no longer shown</source>
        <translation>Die Lücke wird nicht mehr gemeldet</translation>
    </message>
    <message>
        <source>No gap is open any more.</source>
        <translation>Es ist keine Lücke mehr offen.</translation>
    </message>
    <message>
        <source>It is being done</source>
        <translation>Es wird gerade ausgeführt</translation>
    </message>
    <message>
        <source>No gap is open</source>
        <translation>Es ist keine Lücke offen</translation>
    </message>
    <message>
        <source>No reason is given</source>
        <translation>Kein Grund angegeben</translation>
    </message>
    <message>
        <source>It is not confirmed yet</source>
        <translation>Noch nicht bestätigt</translation>
    </message>
    <message>
        <source>The gap is no longer shown. A statement that comes after all can still be imported.</source>
        <translation>Die Lücke wird nicht mehr gemeldet. Ein Auszug, der doch noch kommt, kann weiterhin importiert werden.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::HomeCard</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::HomePane</name>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Review the run</source>
        <translation>Lauf prüfen</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>The book is empty</source>
        <translation>Der Bestand ist leer</translation>
    </message>
    <message>
        <source>To the organizations</source>
        <translation>Zu den Organisationen</translation>
    </message>
    <message>
        <source>The figures could not be read</source>
        <translation>Die Kennzahlen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Figures come with the first customers: import them in Organizations.</source>
        <translation>Kennzahlen kommen mit den ersten Kunden: importieren Sie sie in den Organisationen.</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ImportDialog</name>
    <message>
        <source>Bad rows</source>
        <translation>Fehlerhafte Zeilen</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import a Stripe export</source>
        <translation>Stripe-Export importieren</translation>
    </message>
    <message>
        <source>Choose directory</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Directory of the export</source>
        <translation>Ordner des Exports</translation>
    </message>
    <message>
        <source>No export chosen</source>
        <translation>Kein Export gewählt</translation>
    </message>
    <message>
        <source>There is no %1.csv</source>
        <translation>Es gibt keine %1.csv</translation>
    </message>
    <message>
        <source>The other files are imported without it.</source>
        <translation>Die anderen Dateien werden ohne sie importiert.</translation>
    </message>
    <message>
        <source>Choose another directory</source>
        <translation>Anderen Ordner wählen</translation>
    </message>
    <message>
        <source>This file cannot be read</source>
        <translation>Diese Datei lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>The files are being read</source>
        <translation>Die Dateien werden gelesen</translation>
    </message>
    <message>
        <source>Choose a directory, and a column for every field that is needed</source>
        <translation>Wählen Sie einen Ordner und für jedes nötige Feld eine Spalte</translation>
    </message>
    <message>
        <source>%1 rows: %2 good, %3 known already, %4 bad. Nothing was kept.</source>
        <translation>%1 Zeilen: %2 gut, %3 schon bekannt, %4 fehlerhaft. Es wurde nichts behalten.</translation>
    </message>
    <message>
        <source>%1 rows: %2 imported, %3 known already, %4 bad.</source>
        <translation>%1 Zeilen: %2 importiert, %3 schon bekannt, %4 fehlerhaft.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>%1 of %2 bad rows are listed. Correct those and try again to see the rest.</source>
        <translation>%1 von %2 fehlerhaften Zeilen sind aufgelistet. Korrigieren Sie diese und versuchen Sie es erneut, um den Rest zu sehen.</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>Choose the directory that holds customers.csv, subscriptions.csv, invoices.csv and usage.jsonl, or some of them.</source>
        <translation>Wählen Sie das Verzeichnis mit customers.csv, subscriptions.csv, invoices.csv und usage.jsonl oder einigen davon.</translation>
    </message>
    <message>
        <source>usage.jsonl has no columns to choose</source>
        <translation>usage.jsonl hat keine Spalten zu wählen</translation>
    </message>
    <message>
        <source>Each of its lines is an event; they are imported after the invoices, whatever their age.</source>
        <translation>Jede Zeile ist ein Ereignis; sie werden nach den Rechnungen importiert, wie alt sie auch sind.</translation>
    </message>
    <message>
        <source>There is no usage.jsonl</source>
        <translation>Es gibt keine usage.jsonl</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::InvoiceInspector</name>
    <message>
        <source>Lines</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Open organization</source>
        <translation>Organisation öffnen</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>not numbered yet</source>
        <translation>noch ohne Nummer</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>Zwischensumme</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>reverse charge</source>
        <translation>Reverse Charge</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>From the balance</source>
        <translation>Aus dem Guthaben</translation>
    </message>
    <message>
        <source>Credited</source>
        <translation>Gutgeschrieben</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Amount due</source>
        <translation>Offener Betrag</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Ausgestellt</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>No invoice chosen</source>
        <translation>Keine Rechnung gewählt</translation>
    </message>
    <message>
        <source>Choose one to see its lines, and a usage line to see the events behind it.</source>
        <translation>Wählen Sie eine, um ihre Positionen zu sehen, und eine Verbrauchsposition, um die Ereignisse dahinter zu sehen.</translation>
    </message>
    <message>
        <source>This invoice could not be loaded</source>
        <translation>Diese Rechnung ließ sich nicht laden</translation>
    </message>
    <message>
        <source>Last invoices</source>
        <translation>Letzte Rechnungen</translation>
    </message>
    <message>
        <source>vs the last one</source>
        <translation>zur letzten</translation>
    </message>
    <message>
        <source>Drafted</source>
        <translation>Entworfen</translation>
    </message>
    <message>
        <source>Credit notes</source>
        <translation>Gutschriften</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Gutschrift</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>What it corrects</source>
        <translation>Was sie korrigiert</translation>
    </message>
    <message>
        <source>less to pay</source>
        <translation>weniger zu zahlen</translation>
    </message>
    <message>
        <source>nothing was open of it any more</source>
        <translation>davon war nichts mehr offen</translation>
    </message>
    <message>
        <source>To the balance</source>
        <translation>Zum Guthaben</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Credit…</source>
        <translation>Gutschrift…</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>Record payment…</source>
        <translation>Zahlung erfassen…</translation>
    </message>
    <message>
        <source>Refund…</source>
        <translation>Erstatten…</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>by %1, %2</source>
        <translation>von %1, %2</translation>
    </message>
    <message>
        <source>the whole organization, by %1, %2</source>
        <translation>die ganze Organisation, von %1, %2</translation>
    </message>
    <message>
        <source>Four eyes</source>
        <translation>Vier Augen</translation>
    </message>
    <message>
        <source>Needs approval</source>
        <translation>Freigabe fehlt</translation>
    </message>
    <message>
        <source>One person approves it, another finalizes it.</source>
        <translation>Eine Person gibt sie frei, eine andere schreibt sie fest.</translation>
    </message>
    <message>
        <source>Somebody else can finalize it.</source>
        <translation>Jemand anderes kann sie festschreiben.</translation>
    </message>
    <message>
        <source>approved by %1, %2</source>
        <translation>freigegeben von %1, %2</translation>
    </message>
    <message>
        <source>Void…</source>
        <translation>Stornieren…</translation>
    </message>
    <message>
        <source>Issue again…</source>
        <translation>Neu ausstellen…</translation>
    </message>
    <message>
        <source>Open the draft</source>
        <translation>Entwurf öffnen</translation>
    </message>
    <message>
        <source>Issued again as a draft</source>
        <translation>Neu ausgestellt als Entwurf</translation>
    </message>
    <message>
        <source>Issued again as %1</source>
        <translation>Neu ausgestellt als %1</translation>
    </message>
    <message>
        <source>Again for %1</source>
        <translation>Neu ausgestellt für %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Choose an invoice</source>
        <translation>Wählen Sie eine Rechnung</translation>
    </message>
    <message>
        <source>Totals of the invoices before and of this one, taxes included.</source>
        <translation>Summen der Rechnungen davor und dieser, einschließlich Steuern.</translation>
    </message>
    <message>
        <source>This credit note could not be loaded</source>
        <translation>Diese Gutschrift ließ sich nicht laden</translation>
    </message>
    <message>
        <source>Take back payment…</source>
        <translation>Zahlung zurücknehmen…</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::InvoicePage</name>
    <message>
        <source>Save PDF</source>
        <translation>PDF speichern</translation>
    </message>
    <message>
        <source>PDF saved</source>
        <translation>PDF gespeichert</translation>
    </message>
    <message>
        <source>The paper is not there yet</source>
        <translation>Das Dokument ist noch nicht da</translation>
    </message>
    <message>
        <source>The invoice could not be shown</source>
        <translation>Die Rechnung ließ sich nicht anzeigen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>This paper is damaged. Run tenantryctl doctor.</source>
        <translation>Dieses Dokument ist beschädigt. Führen Sie tenantryctl doctor aus.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>No invoice is chosen</source>
        <translation>Keine Rechnung gewählt</translation>
    </message>
    <message>
        <source>The customer sees it once it is issued</source>
        <translation>Der Kunde sieht sie, sobald sie ausgestellt ist</translation>
    </message>
    <message>
        <source>As it was issued on %1</source>
        <translation>Wie am %1 ausgestellt</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>The credit note could not be shown</source>
        <translation>Die Gutschrift ließ sich nicht anzeigen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::InvoicesPane</name>
    <message>
        <source>Uncollectible</source>
        <translation>Uneinbringlich</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>Number begins with</source>
        <translation>Nummer beginnt mit</translation>
    </message>
    <message>
        <source>Invoices could not be loaded</source>
        <translation>Rechnungen konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>Nichts passt zu „%1“</translation>
    </message>
    <message>
        <source>No invoice has a number that begins so. Capitals count.</source>
        <translation>Keine Rechnungsnummer beginnt so. Groß- und Kleinschreibung zählt.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>No invoice has this status.</source>
        <translation>Keine Rechnung hat diesen Status.</translation>
    </message>
    <message>
        <source>No invoices yet</source>
        <translation>Noch keine Rechnungen</translation>
    </message>
    <message>
        <source>The first ones come with the first billing run, or with an import.</source>
        <translation>Die ersten kommen mit dem ersten Rechnungslauf oder mit einem Import.</translation>
    </message>
    <message>
        <source>No credit notes</source>
        <translation>Keine Gutschriften</translation>
    </message>
    <message>
        <source>They come when a subscription changes within its period, or when an invoice is credited by hand.</source>
        <translation>Sie entstehen, wenn sich ein Abonnement innerhalb seines Zeitraums ändert oder eine Rechnung von Hand gutgeschrieben wird.</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>one</source>
        <translation>eine</translation>
    </message>
    <message>
        <source>A number is looked for among all invoices, whatever their status and organization.</source>
        <translation>Eine Nummer wird unter allen Rechnungen gesucht, gleich welchen Status und welcher Organisation.</translation>
    </message>
    <message>
        <source>Choose an invoice: those of its organization can be shown alone.</source>
        <translation>Wählen Sie eine Rechnung: die ihrer Organisation lassen sich allein zeigen.</translation>
    </message>
    <message>
        <source>This organization has no such invoice.</source>
        <translation>Diese Organisation hat keine solche Rechnung.</translation>
    </message>
    <message>
        <source>Invoices that are open after their due day.</source>
        <translation>Rechnungen, die nach ihrer Fälligkeit offen sind.</translation>
    </message>
    <message>
        <source>Finalize selected</source>
        <translation>Auswahl festschreiben</translation>
    </message>
    <message>
        <source>See what is due</source>
        <translation>Fälliges ansehen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::InvoicesTab</name>
    <message>
        <source>Charge once…</source>
        <translation>Einmalig berechnen…</translation>
    </message>
    <message>
        <source>No organization is chosen</source>
        <translation>Keine Organisation ist gewählt</translation>
    </message>
    <message>
        <source>The organization is closed</source>
        <translation>Die Organisation ist geschlossen</translation>
    </message>
    <message>
        <source>A draft was made</source>
        <translation>Ein Entwurf wurde angelegt</translation>
    </message>
    <message>
        <source>%1 was issued</source>
        <translation>%1 wurde ausgestellt</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::IssuedCells</name>
    <message>
        <source>Credit note</source>
        <translation>Gutschrift</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Zurückgehalten</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::JournalCells</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::JournalPage</name>
    <message>
        <source>Number or organization</source>
        <translation>Nummer oder Organisation</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>The journal could not be loaded</source>
        <translation>Das Journal konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>No entry of these days matches. Remove the month to look in all months.</source>
        <translation>Kein Posten dieser Tage ist so. Eine Nummer oder ein Name wird in allen Monaten gesucht, sobald der Monat entfernt ist.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>Nothing is booked</source>
        <translation>Nichts gebucht</translation>
    </message>
    <message>
        <source>No entry has a day of this month.</source>
        <translation>Kein Posten hat einen Tag dieses Monats.</translation>
    </message>
    <message>
        <source>The books begin with the first finalized invoice or the first payment.</source>
        <translation>Die Bücher beginnen mit der ersten festgeschriebenen Rechnung oder eingegangenen Zahlung.</translation>
    </message>
    <message>
        <source>one</source>
        <translation>eine</translation>
    </message>
    <message numerus="yes">
        <source>%1 entry(ies)</source>
        <translation>
            <numerusform>%1 Posten</numerusform>
            <numerusform>%1 Posten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::KeyList</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::LateCells</name>
    <message>
        <source>On %1, its own</source>
        <translation>Auf %1, der eigenen</translation>
    </message>
    <message>
        <source>Billed on %1</source>
        <translation>Berechnet auf %1</translation>
    </message>
    <message>
        <source>Costs nothing more</source>
        <translation>Kostet nicht mehr</translation>
    </message>
    <message>
        <source>Not billed</source>
        <translation>Nicht berechnet</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n Tag zu spät</numerusform>
            <numerusform>%n Tage zu spät</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) late</source>
        <translation>
            <numerusform>%n Stunde zu spät</numerusform>
            <numerusform>%n Stunden zu spät</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) late</source>
        <translation>
            <numerusform>%n Minute zu spät</numerusform>
            <numerusform>%n Minuten zu spät</numerusform>
        </translation>
    </message>
    <message>
        <source>Came %1; its period ended %2.</source>
        <translation>Kam %1; sein Zeitraum endete %2.</translation>
    </message>
    <message>
        <source>With the next invoice</source>
        <translation>Mit der nächsten Rechnung</translation>
    </message>
    <message>
        <source>less than a minute late</source>
        <translation>weniger als eine Minute zu spät</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::LatePage</name>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Late usage</source>
        <translation>Später Verbrauch</translation>
    </message>
    <message>
        <source>Active users</source>
        <translation>Aktive Nutzer</translation>
    </message>
    <message>
        <source>On %1, its own</source>
        <translation>Auf %1, der eigenen</translation>
    </message>
    <message>
        <source>Late usage could not be loaded</source>
        <translation>Später Verbrauch konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Nothing of this metric came late</source>
        <translation>Von dieser Metrik kam nichts zu spät</translation>
    </message>
    <message>
        <source>Every event of it came while its period ran.</source>
        <translation>Jedes ihrer Ereignisse kam, während sein Zeitraum lief.</translation>
    </message>
    <message>
        <source>Show all metrics</source>
        <translation>Alle Metriken zeigen</translation>
    </message>
    <message>
        <source>Nothing came late</source>
        <translation>Nichts kam zu spät</translation>
    </message>
    <message>
        <source>Events that came after their period are listed here. They are billed all the same.</source>
        <translation>Hier stehen Ereignisse, die kamen, als ihr Zeitraum vorbei war. Berechnet werden sie trotzdem.</translation>
    </message>
    <message numerus="yes">
        <source>%1 late event(s)</source>
        <translation>
            <numerusform>%1 spätes Ereignis</numerusform>
            <numerusform>%1 späte Ereignisse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::LedgerPane</name>
    <message>
        <source>Ledger</source>
        <translation>Buchhaltung</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>Wieder öffnen…</translation>
    </message>
    <message>
        <source>Close month…</source>
        <translation>Monat abschließen…</translation>
    </message>
    <message>
        <source>Parts of the books</source>
        <translation>Teile der Bücher</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Open items</source>
        <translation>Offene Posten</translation>
    </message>
    <message>
        <source>Revenue to come</source>
        <translation>Kommender Umsatz</translation>
    </message>
    <message>
        <source>closed through %1</source>
        <translation>abgeschlossen bis %1</translation>
    </message>
    <message>
        <source>no month is closed</source>
        <translation>nichts abgeschlossen</translation>
    </message>
    <message>
        <source>The books are not for this login</source>
        <translation>Die Bücher sind nicht für diese Anmeldung</translation>
    </message>
    <message>
        <source>The books could not be loaded</source>
        <translation>Die Bücher konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The books are not there yet</source>
        <translation>Die Bücher sind noch nicht da</translation>
    </message>
    <message>
        <source>Every month that is over is closed</source>
        <translation>Jeder vergangene Monat ist abgeschlossen</translation>
    </message>
    <message>
        <source>Choose a month that is closed</source>
        <translation>Wählen Sie einen abgeschlossenen Monat</translation>
    </message>
    <message>
        <source>Close %1…</source>
        <translation>%1 abschließen…</translation>
    </message>
    <message>
        <source>Months that are over and not closed.</source>
        <translation>Monate, die vorbei und nicht abgeschlossen sind.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::LimitsDialog</name>
    <message>
        <source>Limits of the contract of %1</source>
        <translation>Limits im Vertrag mit %1</translation>
    </message>
    <message>
        <source>Set limits</source>
        <translation>Limits setzen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>It appears in the timeline.</source>
        <translation>Er steht im Verlauf.</translation>
    </message>
    <message>
        <source>No limit is changed</source>
        <translation>Kein Limit ist geändert</translation>
    </message>
    <message>
        <source>A reason is needed</source>
        <translation>Ein Grund ist nötig</translation>
    </message>
    <message>
        <source>They hold from now on, and for what was used in the running period, until the plan or the interval is changed. It can be undone.</source>
        <translation>Sie gelten ab jetzt und für den Verbrauch des laufenden Zeitraums, bis Tarif oder Intervall gewechselt wird. Es lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>%1: %2 are used already.</source>
        <translation>%1: %2 sind schon verbraucht.</translation>
    </message>
    <message>
        <source>Limits of the contract set</source>
        <translation>Limits des Vertrags gesetzt</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>They hold from now on, until the plan or the interval is changed. What was used before the pause is billed under the former limits. It can be undone.</source>
        <translation>Sie gelten ab jetzt, bis Tarif oder Intervall gewechselt wird. Der Verbrauch vor der Pause wird abgerechnet, wie es damals vereinbart war. Es lässt sich rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::LineRow</name>
    <message>
        <source>Show the events behind this line</source>
        <translation>Ereignisse hinter dieser Position zeigen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::LinkAct</name>
    <message>
        <source>Customer link…</source>
        <translation>Kundenlink…</translation>
    </message>
    <message>
        <source>No customer is chosen</source>
        <translation>Kein Kunde gewählt</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ListActs</name>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Rows that failed</source>
        <translation>Fehlgeschlagene Zeilen</translation>
    </message>
    <message>
        <source>Another action on this list is going on</source>
        <translation>Eine andere Aktion auf dieser Liste läuft noch</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>Nichts ist ausgewählt</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>Es gibt nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message numerus="yes">
        <source>%n restored</source>
        <translation>
            <numerusform>%n wiederhergestellt</numerusform>
            <numerusform>%n wiederhergestellt</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>No row has failed</source>
        <translation>Keine Zeile ist fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ListColumns</name>
    <message>
        <source>This column is always shown</source>
        <translation>Diese Spalte wird immer angezeigt</translation>
    </message>
    <message>
        <source>Columns as they were at first</source>
        <translation>Spalten wie am Anfang</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>Breiter</translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation>Schmaler</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ListFilters</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter entfernen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ListKeys</name>
    <message>
        <source>Sort by…</source>
        <translation>Sortieren nach…</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Spalten…</translation>
    </message>
    <message>
        <source>Views…</source>
        <translation>Ansichten…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>Aufsteigend</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>Absteigend</translation>
    </message>
    <message>
        <source>The list cannot be in that order</source>
        <translation>In dieser Reihenfolge kann die Liste nicht stehen</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filter…</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ListPane</name>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>Rows of this list that match what is chosen.</source>
        <translation>Zeilen dieser Liste, die zur Auswahl passen.</translation>
    </message>
    <message>
        <source>All rows of this list.</source>
        <translation>Alle Zeilen dieser Liste.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ListViews</name>
    <message>
        <source>%1, changed</source>
        <translation>%1, geändert</translation>
    </message>
    <message>
        <source>%1, of %2</source>
        <translation>%1, von %2</translation>
    </message>
    <message>
        <source>Save as a view…</source>
        <translation>Als Ansicht speichern…</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>Als Ansicht speichern</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>This view belongs to %1</source>
        <translation>Diese Ansicht gehört %1</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>Ansicht umbenennen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Share with</source>
        <translation>Teilen mit</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Delete the view “%1”? It cannot be undone.</source>
        <translation>Die Ansicht „%1“ löschen? Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete the view “%1”? It goes for %2 as well, and cannot be undone.</source>
        <translation>Die Ansicht „%1“ löschen? Sie verschwindet auch für %2, und das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete the view</source>
        <translation>Ansicht löschen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>The view was saved by somebody else</source>
        <translation>Jemand anderes hat die Ansicht gespeichert</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Deren Stand übernehmen</translation>
    </message>
    <message>
        <source>Save mine over it</source>
        <translation>Mit meinem Stand überschreiben</translation>
    </message>
    <message>
        <source>It is shown as it was saved</source>
        <translation>Sie wird so gezeigt, wie sie gespeichert ist</translation>
    </message>
    <message>
        <source>This view does not exist, or is not shared with you</source>
        <translation>Diese Ansicht gibt es nicht, oder sie ist nicht mit Ihnen geteilt</translation>
    </message>
    <message>
        <source>Somebody else has saved “%1” in the meantime:

%2</source>
        <translation>„%1“ wurde inzwischen von jemand anderem gespeichert:

%2</translation>
    </message>
    <message>
        <source>Rows that match this view.</source>
        <translation>Zeilen, die zu dieser Ansicht passen.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::LoweredWords</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A run lowers %n draft(s) by %1: %2.</source>
        <translation>
            <numerusform>Ein Lauf senkt %n Entwurf um %1: %2.</numerusform>
            <numerusform>Ein Lauf senkt %n Entwürfe um %1: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MailInspector</name>
    <message>
        <source>What went wrong</source>
        <translation>Was schiefging</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Zustellung</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>the invoice as PDF</source>
        <translation>die Rechnung als PDF</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Message-ID</source>
        <translation>Message-ID</translation>
    </message>
    <message>
        <source>No mail chosen</source>
        <translation>Keine E-Mail gewählt</translation>
    </message>
    <message>
        <source>Choose one to read it as it was or will be sent.</source>
        <translation>Wählen Sie eine, um sie so zu lesen, wie sie gesendet wurde oder wird.</translation>
    </message>
    <message>
        <source>This mail could not be loaded</source>
        <translation>Diese E-Mail konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MailsPane</name>
    <message>
        <source>Mails</source>
        <translation>E-Mails</translation>
    </message>
    <message>
        <source>Filter mails</source>
        <translation>E-Mails filtern</translation>
    </message>
    <message>
        <source>Mails could not be loaded</source>
        <translation>E-Mails konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>No mail matches now.</source>
        <translation>Keine E-Mail ist jetzt so.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>No mails yet</source>
        <translation>Noch keine E-Mails</translation>
    </message>
    <message>
        <source>Customers get mail about invoices, payments, trials and limits: what is written to them is listed here.</source>
        <translation>Kunden erfahren per E-Mail von Rechnungen, Zahlungen, Testphasen und Limits: Was ihnen geschrieben wird, steht hier.</translation>
    </message>
    <message>
        <source>Mails to customers</source>
        <translation>E-Mails an Kunden</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>fällig %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Mails that could not be sent.</source>
        <translation>E-Mails, die nicht gesendet werden konnten.</translation>
    </message>
    <message>
        <source>See what is due</source>
        <translation>Fälliges ansehen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MainWindow</name>
    <message>
        <source>Tenantry</source>
        <translation>Tenantry</translation>
    </message>
    <message>
        <source>Load anew</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Open the copied link</source>
        <translation>Kopierten Link öffnen</translation>
    </message>
    <message>
        <source>No connection to the database since %1. What you see may be out of date; it is read anew as soon as the database answers.</source>
        <translation>Seit %1 keine Verbindung zur Datenbank. Was Sie sehen, kann veraltet sein; es wird neu gelesen, sobald die Datenbank antwortet.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Leave what is open</source>
        <translation>Geöffnetes verlassen</translation>
    </message>
    <message>
        <source>Filter this pane</source>
        <translation>Diese Ansicht filtern</translation>
    </message>
    <message>
        <source>Narrow or wide sidebar</source>
        <translation>Seitenleiste schmal oder breit</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>Part of the window before</source>
        <translation>Voriger Teil des Fensters</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Gehe zu %1</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Link kopiert</translation>
    </message>
    <message>
        <source>Open in a window of its own</source>
        <translation>In eigenem Fenster öffnen</translation>
    </message>
    <message>
        <source>%1 – Tenantry</source>
        <translation>%1 – Tenantry</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MappingForm</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>Spalte der Datei</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>Erste Zeile</translation>
    </message>
    <message>
        <source>not imported</source>
        <translation>nicht importiert</translation>
    </message>
    <message>
        <source>Column for %1</source>
        <translation>Spalte für %1</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Nötig</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MatchingOffers</name>
    <message>
        <source>Assign…</source>
        <translation>Zuordnen…</translation>
    </message>
    <message>
        <source>Undo assignment…</source>
        <translation>Zuordnung lösen…</translation>
    </message>
    <message>
        <source>No entry is chosen</source>
        <translation>Es ist kein Umsatz gewählt</translation>
    </message>
    <message>
        <source>The entry is not waiting</source>
        <translation>Der Umsatz wartet nicht</translation>
    </message>
    <message>
        <source>The entry is not assigned</source>
        <translation>Der Umsatz ist nicht zugeordnet</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>It waits again</source>
        <translation>Er wartet wieder</translation>
    </message>
    <message>
        <source>It could not be undone</source>
        <translation>Es ließ sich nicht rückgängig machen</translation>
    </message>
    <message>
        <source>This money went out; it cannot pay an invoice</source>
        <translation>Dieses Geld ging hinaus; es kann keine Rechnung bezahlen</translation>
    </message>
    <message>
        <source>Say first whether it is another payment</source>
        <translation>Sagen Sie zuerst, ob er eine andere Zahlung ist</translation>
    </message>
    <message>
        <source>The bank sent it back: that is final</source>
        <translation>Die Bank hat es zurückgegeben: Das ist endgültig</translation>
    </message>
    <message>
        <source>Sent back by the bank…</source>
        <translation>Von der Bank zurückgegeben…</translation>
    </message>
    <message>
        <source>This money came in; the bank sent nothing back</source>
        <translation>Dieses Geld kam herein; die Bank hat nichts zurückgegeben</translation>
    </message>
    <message>
        <source>Nothing of this amount came in before and was assigned</source>
        <translation>Nichts in dieser Höhe kam zuvor herein und wurde zugeordnet</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MatchingPane</name>
    <message>
        <source>Matching</source>
        <translation>Zahlungszuordnung</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Entries of the bank</source>
        <translation>Umsätze der Bank</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 warten</translation>
    </message>
    <message>
        <source>What came by bank could not be loaded</source>
        <translation>Die Umsätze der Bank konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>No bank statement yet</source>
        <translation>Noch kein Kontoauszug</translation>
    </message>
    <message>
        <source>Import one as the bank gives it, CAMT.053 or CSV: entries that name an invoice pay it, the rest wait here.</source>
        <translation>Importieren Sie einen, wie ihn die Bank gibt, CAMT.053 oder CSV: Was eine Rechnung nennt, bezahlt sie, der Rest wartet hier.</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <source>Everything that came by bank is assigned or dismissed.</source>
        <translation>Was die Bank meldete, ist zugeordnet oder von keinem Kunden.</translation>
    </message>
    <message>
        <source>Show all entries</source>
        <translation>Alle Umsätze zeigen</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>No entry has this status.</source>
        <translation>Kein Umsatz hat diesen Status.</translation>
    </message>
    <message>
        <source>Entries of the bank that still wait to be matched.</source>
        <translation>Umsätze der Bank, die noch auf ihre Zuordnung warten.</translation>
    </message>
    <message>
        <source>Nothing is missing…</source>
        <translation>Nichts fehlt…</translation>
    </message>
    <message>
        <source>No gap is open</source>
        <translation>Es ist keine Lücke offen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MemberCells</name>
    <message>
        <source>No name</source>
        <translation>Ohne Namen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MembersTab</name>
    <message>
        <source>Filter members</source>
        <translation>Mitglieder filtern</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>Mitglied hinzufügen</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>%1 is a member again</source>
        <translation>%1 ist wieder Mitglied</translation>
    </message>
    <message>
        <source>The members could not be loaded</source>
        <translation>Die Mitglieder konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>No members yet</source>
        <translation>Noch keine Mitglieder</translation>
    </message>
    <message>
        <source>Add the first one: whoever uses the seats of the plan is a member.</source>
        <translation>Das erste hinzufügen: Wer Plätze des Tarifs nutzt, ist ein Mitglied.</translation>
    </message>
    <message>
        <source>No member is selected</source>
        <translation>Kein Mitglied ist ausgewählt</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Member added</source>
        <translation>Mitglied hinzugefügt</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>No member of that role has this in name, e-mail or team.</source>
        <translation>Kein Mitglied mit dieser Rolle hat das in Name, E-Mail oder Team.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MoneyDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The amount cannot be read</source>
        <translation>Der Betrag ist nicht lesbar</translation>
    </message>
    <message>
        <source>It is being done</source>
        <translation>Es läuft gerade</translation>
    </message>
    <message>
        <source>No amount is given</source>
        <translation>Kein Betrag angegeben</translation>
    </message>
    <message>
        <source>No reason is given</source>
        <translation>Kein Grund angegeben</translation>
    </message>
    <message>
        <source>The result is not known yet</source>
        <translation>Was daraus wird, ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>Type “%1” to confirm</source>
        <translation>Zur Bestätigung „%1“ eingeben</translation>
    </message>
    <message>
        <source>That is no day</source>
        <translation>Das ist kein Tag</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MoneyEditor</name>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MoneyOffer</name>
    <message>
        <source>Credit…</source>
        <translation>Gutschrift…</translation>
    </message>
    <message>
        <source>Record payment…</source>
        <translation>Zahlung erfassen…</translation>
    </message>
    <message>
        <source>Refund…</source>
        <translation>Erstatten…</translation>
    </message>
    <message>
        <source>This is a credit note already</source>
        <translation>Dies ist bereits eine Gutschrift</translation>
    </message>
    <message>
        <source>Only an open or paid invoice can be credited</source>
        <translation>Nur eine offene oder bezahlte Rechnung wird gutgeschrieben</translation>
    </message>
    <message>
        <source>All of it was credited already</source>
        <translation>Sie wurde bereits ganz gutgeschrieben</translation>
    </message>
    <message>
        <source>A credit note cannot be paid</source>
        <translation>Eine Gutschrift wird nicht bezahlt</translation>
    </message>
    <message>
        <source>A draft or void invoice takes no payment</source>
        <translation>Ein Entwurf oder eine stornierte Rechnung nimmt keine Zahlung an</translation>
    </message>
    <message>
        <source>Nothing was paid that could be given back</source>
        <translation>Es wurde nichts bezahlt, das erstattet werden könnte</translation>
    </message>
    <message>
        <source>No invoice is chosen</source>
        <translation>Keine Rechnung ausgewählt</translation>
    </message>
    <message>
        <source>Void…</source>
        <translation>Stornieren…</translation>
    </message>
    <message>
        <source>A credit note cannot be voided</source>
        <translation>Eine Gutschrift wird nicht storniert</translation>
    </message>
    <message>
        <source>Only an open invoice can be voided</source>
        <translation>Nur eine offene Rechnung wird storniert</translation>
    </message>
    <message>
        <source>Something was paid for it: credit it instead</source>
        <translation>Es wurde etwas dafür gezahlt: stattdessen gutschreiben</translation>
    </message>
    <message>
        <source>Something of it was credited: credit the rest instead</source>
        <translation>Es wurde etwas davon gutgeschrieben: stattdessen den Rest gutschreiben</translation>
    </message>
    <message>
        <source>Issue again…</source>
        <translation>Neu ausstellen…</translation>
    </message>
    <message>
        <source>Only a void invoice can be issued again</source>
        <translation>Nur eine stornierte Rechnung wird neu ausgestellt</translation>
    </message>
    <message>
        <source>It was issued again already</source>
        <translation>Sie wurde schon neu ausgestellt</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>What was paid went back at the provider: nothing can be given back</source>
        <translation>Was bezahlt wurde, ging beim Anbieter zurück: Es kann nichts erstattet werden</translation>
    </message>
    <message>
        <source>Take back payment…</source>
        <translation>Zahlung zurücknehmen…</translation>
    </message>
    <message>
        <source>No payment of it was recorded by hand</source>
        <translation>Keine Zahlung dafür wurde von Hand erfasst</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undone at once</source>
        <translation>Sofort rückgängig gemacht</translation>
    </message>
    <message>
        <source>The payment is taken back</source>
        <translation>Die Zahlung ist zurückgenommen</translation>
    </message>
    <message>
        <source>It could not be undone</source>
        <translation>Es ließ sich nicht rückgängig machen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MoneyWords</name>
    <message>
        <source>Credit invoice</source>
        <translation>Rechnung gutschreiben</translation>
    </message>
    <message>
        <source>Credit %1 of %2</source>
        <translation>%1 von %2 gutschreiben</translation>
    </message>
    <message>
        <source>Amount, tax included</source>
        <translation>Betrag, einschließlich Steuer</translation>
    </message>
    <message>
        <source>The invoice is %1, %2 of it are open.</source>
        <translation>Die Rechnung lautet auf %1, davon sind %2 offen.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>It stands on the credit note.</source>
        <translation>Er steht auf der Gutschrift.</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Gutschrift</translation>
    </message>
    <message>
        <source>It lowers what is open of the invoice, the rest goes to the customer&apos;s balance. A credit note gets a number and cannot be undone.</source>
        <translation>Sie mindert, was von der Rechnung offen ist, der Rest geht zum Guthaben des Kunden. Eine Gutschrift erhält eine Nummer und lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Issue credit note</source>
        <translation>Gutschrift ausstellen</translation>
    </message>
    <message>
        <source>Credit note issued for %1</source>
        <translation>Gutschrift zu %1 ausgestellt</translation>
    </message>
    <message>
        <source>Record payment</source>
        <translation>Zahlung erfassen</translation>
    </message>
    <message>
        <source>Payment of %1 by %2</source>
        <translation>Zahlung auf %1 von %2</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>%1 of it are due.</source>
        <translation>%1 davon sind offen.</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Verwendungszweck</translation>
    </message>
    <message>
        <source>What the bank says about it.</source>
        <translation>Was die Bank dazu sagt.</translation>
    </message>
    <message>
        <source>What it comes to</source>
        <translation>Was es ergibt</translation>
    </message>
    <message>
        <source>It pays what is due; what is too much goes to the customer&apos;s balance and pays what else is open.</source>
        <translation>Sie begleicht, was offen ist; was zu viel ist, geht ins Guthaben des Kunden und begleicht, was sonst offen ist.</translation>
    </message>
    <message>
        <source>Payment recorded for %1</source>
        <translation>Zahlung auf %1 erfasst</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>Refund for %1 of %2</source>
        <translation>Erstattung zu %1 von %2</translation>
    </message>
    <message>
        <source>%1 of it are paid.</source>
        <translation>%1 davon sind bezahlt.</translation>
    </message>
    <message>
        <source>What a provider took it gives back; what came by bank you pay out yourself. A credit note is issued for it. This cannot be undone.</source>
        <translation>Was ein Anbieter eingezogen hat, erstattet er; was per Bank kam, zahlen Sie selbst aus. Darüber wird eine Gutschrift ausgestellt. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Erstatten</translation>
    </message>
    <message>
        <source>Refund made for %1</source>
        <translation>Erstattung zu %1 veranlasst</translation>
    </message>
    <message>
        <source>Credited</source>
        <translation>Gutgeschrieben</translation>
    </message>
    <message>
        <source>Less to pay of %1</source>
        <translation>Weniger zu zahlen von %1</translation>
    </message>
    <message>
        <source>To the balance</source>
        <translation>Zum Guthaben</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>Jetzt fällig</translation>
    </message>
    <message>
        <source>Pays of it</source>
        <translation>Begleicht davon</translation>
    </message>
    <message>
        <source>Still due</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <source>Back through the provider: %1</source>
        <translation>Zurück über den Anbieter: %1</translation>
    </message>
    <message>
        <source>You pay out: %1</source>
        <translation>Sie zahlen aus: %1</translation>
    </message>
    <message>
        <source>Tax in it</source>
        <translation>Steuer darin</translation>
    </message>
    <message>
        <source>Can be given back after it</source>
        <translation>Danach noch erstattbar</translation>
    </message>
    <message>
        <source>A provider is being asked for this money just now: if it succeeds, that goes to the balance.</source>
        <translation>Ein Anbieter zieht dieses Geld gerade ein: Gelingt es, geht es ins Guthaben.</translation>
    </message>
    <message>
        <source>Void invoice</source>
        <translation>Rechnung stornieren</translation>
    </message>
    <message>
        <source>Void %1 of %2</source>
        <translation>%1 von %2 stornieren</translation>
    </message>
    <message>
        <source>It appears in the timeline.</source>
        <translation>Er steht im Verlauf.</translation>
    </message>
    <message>
        <source>What it takes back</source>
        <translation>Was es zurücknimmt</translation>
    </message>
    <message>
        <source>%1 is void</source>
        <translation>%1 ist storniert</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Back to the balance</source>
        <translation>Zurück ins Guthaben</translation>
    </message>
    <message>
        <source>Pays other invoices from it</source>
        <translation>Zahlt daraus andere Rechnungen</translation>
    </message>
    <message>
        <source>No longer due</source>
        <translation>Nicht mehr fällig</translation>
    </message>
    <message>
        <source>Number of the invoice</source>
        <translation>Nummer der Rechnung</translation>
    </message>
    <message>
        <source>Recovered of what was written off</source>
        <translation>Davon Ausgebuchtes ausgeglichen</translation>
    </message>
    <message>
        <source>Nobody owes it any more, and its revenue and tax are taken back in the books. It keeps its number. Usage that it billed comes on the next invoice of the subscription; what it sold in advance does not, but the invoice can be issued again.</source>
        <translation>Niemand schuldet sie mehr, und Umsatz und Steuer werden in den Büchern zurückgenommen. Sie behält ihre Nummer. Verbrauch, den sie abgerechnet hat, kommt auf die nächste Rechnung des Abonnements; was sie im Voraus berechnet hat, nicht, doch lässt sich die Rechnung neu ausstellen.</translation>
    </message>
    <message>
        <source>Issue invoice again</source>
        <translation>Rechnung neu ausstellen</translation>
    </message>
    <message>
        <source>Issue %1 of %2 again</source>
        <translation>%1 von %2 neu ausstellen</translation>
    </message>
    <message>
        <source>A new invoice is issued for the same items and days: at the prices and with the coupons of the void one, with the tax and address of today, and with the usage that is open by now. It gets a number of its own. This cannot be undone.</source>
        <translation>Eine neue Rechnung über dieselben Posten und Tage wird ausgestellt: zu den Preisen und mit den Gutscheinen der stornierten, mit der Steuer und Anschrift von heute und mit dem Verbrauch, der inzwischen offen ist. Sie bekommt eine eigene Nummer. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Issue again</source>
        <translation>Neu ausstellen</translation>
    </message>
    <message>
        <source>%1 is issued again</source>
        <translation>%1 ist neu ausgestellt</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Paid by the balance</source>
        <translation>Vom Guthaben bezahlt</translation>
    </message>
    <message>
        <source>It stays a draft until it is finalized.</source>
        <translation>Sie bleibt ein Entwurf, bis sie festgeschrieben wird.</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>Eingegangen am</translation>
    </message>
    <message>
        <source>Its day in the books.</source>
        <translation>Der Tag in den Büchern.</translation>
    </message>
    <message>
        <source>Take back payment</source>
        <translation>Zahlung zurücknehmen</translation>
    </message>
    <message>
        <source>Take back %1 for %2 of %3</source>
        <translation>%1 für %2 von %3 zurücknehmen</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Was daraus wird</translation>
    </message>
    <message>
        <source>The payment never came. What it paid is due again and dunned further on; no credit note is issued. In the books it is reversed on its own day, or the first open one after it. A receipt that still waits is not sent.</source>
        <translation>Die Zahlung kam nie. Was sie bezahlt hat, ist wieder fällig und wird weiter gemahnt; es entsteht keine Gutschrift. In den Büchern wird sie an ihrem Tag storniert, sonst am ersten offenen danach. Ein Zahlungsbeleg, der noch wartet, wird nicht verschickt.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Payment for %1 taken back</source>
        <translation>Zahlung für %1 zurückgenommen</translation>
    </message>
    <message>
        <source>In the books on</source>
        <translation>In den Büchern am</translation>
    </message>
    <message>
        <source>Balance now</source>
        <translation>Guthaben jetzt</translation>
    </message>
    <message>
        <source>Balance after it</source>
        <translation>Guthaben danach</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MonthDialog</name>
    <message>
        <source>What is closed</source>
        <translation>Was abgeschlossen wird</translation>
    </message>
    <message>
        <source>Not in it yet</source>
        <translation>Noch nicht darin</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 abschließen</translation>
    </message>
    <message>
        <source>Open %1 again</source>
        <translation>%1 wieder öffnen</translation>
    </message>
    <message>
        <source>Close a month</source>
        <translation>Monat abschließen</translation>
    </message>
    <message>
        <source>Open a month again</source>
        <translation>Monat wieder öffnen</translation>
    </message>
    <message>
        <source>Close the books of %1</source>
        <translation>Die Bücher von %1 abschließen</translation>
    </message>
    <message>
        <source>Open the books of %1 again</source>
        <translation>Die Bücher von %1 wieder öffnen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>It is kept with your login and the time.</source>
        <translation>Er wird mit Ihrer Anmeldung und der Zeit aufbewahrt.</translation>
    </message>
    <message>
        <source>%1 is closed</source>
        <translation>%1 ist abgeschlossen</translation>
    </message>
    <message>
        <source>%1 is open again</source>
        <translation>%1 ist wieder offen</translation>
    </message>
    <message>
        <source>%1 and the months after it take postings again, until they are closed anew. Exports that were handed on may then differ from the books.</source>
        <translation>%1 und die Monate danach nehmen wieder Buchungen an, bis sie neu abgeschlossen werden. Weitergegebene Exporte können dann von den Büchern abweichen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Entries that become final</source>
        <translation>Posten, die endgültig werden</translation>
    </message>
    <message>
        <source>Revenue of it</source>
        <translation>Umsatz daraus</translation>
    </message>
    <message>
        <source>is booked</source>
        <translation>ist gebucht</translation>
    </message>
    <message>
        <source>is booked first</source>
        <translation>wird zuerst gebucht</translation>
    </message>
    <message>
        <source>Drafts that nobody finalized</source>
        <translation>Entwürfe, die niemand festschrieb</translation>
    </message>
    <message>
        <source>Subscriptions to be billed</source>
        <translation>Abonnements, die abzurechnen sind</translation>
    </message>
    <message>
        <source>Entries of the bank that wait</source>
        <translation>Bankumsätze, die warten</translation>
    </message>
    <message>
        <source>It is being done</source>
        <translation>Es wird getan</translation>
    </message>
    <message>
        <source>What it means is not known yet</source>
        <translation>Was es bedeutet, ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>Say why it is reopened</source>
        <translation>Sagen Sie, warum er wieder geöffnet wird</translation>
    </message>
    <message>
        <source>Contradicted by the provider</source>
        <translation>Vom Anbieter bestritten</translation>
    </message>
    <message>
        <source>Nothing more is booked on days through %1: an invoice, a payment or a correction of those days is refused. What comes later is booked on the day it comes, money by bank on the first open day. Opening the month again takes a reason, and both stay in the history.</source>
        <translation>Bis %1 wird nichts mehr gebucht: Rechnungen, Zahlungen und Korrekturen dieser Tage werden abgelehnt. Was später kommt, wird an dem Tag gebucht, an dem es kommt, Geld von der Bank am ersten offenen Tag. Den Monat wieder zu öffnen verlangt einen Grund, und beides bleibt in der Geschichte.</translation>
    </message>
    <message>
        <source>Invoices that wait for a provider&apos;s answer</source>
        <translation>Rechnungen, die auf Antwort eines Anbieters warten</translation>
    </message>
    <message>
        <source>What is opened</source>
        <translation>Was geöffnet wird</translation>
    </message>
    <message>
        <source>Entries that are final no longer</source>
        <translation>Posten, die nicht mehr endgültig sind</translation>
    </message>
    <message>
        <source>Closed through</source>
        <translation>Abgeschlossen bis</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MonthRows</name>
    <message>
        <source>Closed</source>
        <translation>Zu</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Nothing is booked on its days any more.</source>
        <translation>An seinen Tagen wird nichts mehr gebucht.</translation>
    </message>
    <message>
        <source>It is not over yet: it can be closed afterwards.</source>
        <translation>Er ist noch nicht vorbei: Danach kann er abgeschlossen werden.</translation>
    </message>
    <message>
        <source>It is over and still takes postings, until it is closed.</source>
        <translation>Er ist vorbei und nimmt noch Buchungen an, bis er abgeschlossen wird.</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Bücher</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MonthsColumn</name>
    <message>
        <source>Months of the books</source>
        <translation>Monate der Bücher</translation>
    </message>
    <message>
        <source>Opened again by %1, %2: %3</source>
        <translation>Wieder geöffnet von %1, %2: %3</translation>
    </message>
    <message>
        <source>Closed by %1, %2</source>
        <translation>Abgeschlossen von %1, %2</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MrrCard</name>
    <message>
        <source>MRR this month</source>
        <translation>MRR in diesem Monat</translation>
    </message>
    <message>
        <source>There is no recurring revenue yet: it begins with the first subscription that is paid for.</source>
        <translation>Es gibt noch keinen wiederkehrenden Umsatz: er beginnt mit dem ersten bezahlten Abonnement.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Opening, %1</source>
        <translation>Anfang, %1</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Expansion</source>
        <translation>Erweiterung</translation>
    </message>
    <message>
        <source>Reactivation</source>
        <translation>Rückkehr</translation>
    </message>
    <message>
        <source>Contraction</source>
        <translation>Verringerung</translation>
    </message>
    <message>
        <source>Churn</source>
        <translation>Abgang</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Heute, %1</translation>
    </message>
    <message>
        <source>in %1, the largest currency</source>
        <translation>in %1, der größten Währung</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>What MRR was when the month began, and what moved it since: prices per month, after discounts.</source>
        <translation>Was das MRR zu Beginn des Monats war und was es seither bewegt hat: Preise je Monat, nach Rabatten.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::NotificationList</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>Nothing was said yet</source>
        <translation>Noch keine Mitteilung</translation>
    </message>
    <message>
        <source>What appears at the bottom right is kept here until the console is closed.</source>
        <translation>Was die Konsole unten rechts meldet, bleibt hier, bis sie geschlossen wird.</translation>
    </message>
    <message>
        <source>There is nothing to clear</source>
        <translation>Es gibt nichts zu leeren</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::OneUsagePage</name>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 · %2 used</source>
        <translation>%1 · %2 verbraucht</translation>
    </message>
    <message>
        <source>No events</source>
        <translation>Keine Ereignisse</translation>
    </message>
    <message>
        <source>What is used was reported before this period and still holds.</source>
        <translation>Was verbraucht ist, wurde vor diesem Zeitraum gemeldet und gilt weiter.</translation>
    </message>
    <message>
        <source>Nothing of this metric was reported for this period.</source>
        <translation>Von dieser Metrik wurde für diesen Zeitraum nichts gemeldet.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::OpenItemsPage</name>
    <message>
        <source>Open items</source>
        <translation>Offene Posten</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Open items could not be loaded</source>
        <translation>Offene Posten konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Nothing is that late</source>
        <translation>Nichts ist so spät</translation>
    </message>
    <message>
        <source>No open invoice has been due that long.</source>
        <translation>Keine offene Rechnung ist so lange fällig.</translation>
    </message>
    <message>
        <source>Show all open items</source>
        <translation>Alle offenen Posten zeigen</translation>
    </message>
    <message>
        <source>Nothing is owed</source>
        <translation>Nichts ist offen</translation>
    </message>
    <message>
        <source>Every invoice that was issued is settled.</source>
        <translation>Jede ausgestellte Rechnung ist beglichen.</translation>
    </message>
    <message>
        <source>Σ of what is due of open invoices by their due days.</source>
        <translation>Σ des Offenen der Rechnungen nach ihrer Fälligkeit.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::OrganizationDetail</name>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) over</source>
        <translation>
            <numerusform>seit %n Tag vorbei</numerusform>
            <numerusform>seit %n Tagen vorbei</numerusform>
        </translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Renewal</source>
        <translation>Verlängerung</translation>
    </message>
    <message>
        <source>Amount due</source>
        <translation>Offener Betrag</translation>
    </message>
    <message>
        <source>This organization could not be loaded</source>
        <translation>Diese Organisation ließ sich nicht laden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Recurring price of the running subscription per month, after discounts.</source>
        <translation>Wiederkehrender Preis des laufenden Abonnements je Monat, nach Rabatten.</translation>
    </message>
    <message>
        <source>What is still to be paid of all open invoices.</source>
        <translation>Was von allen offenen Rechnungen noch zu zahlen ist.</translation>
    </message>
    <message>
        <source>Parts of the record</source>
        <translation>Teile des Datensatzes</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>No organization chosen</source>
        <translation>Keine Organisation gewählt</translation>
    </message>
    <message>
        <source>Choose one in the list: J and K move, Enter goes to its record.</source>
        <translation>Wählen Sie eine in der Liste: J und K bewegen, die Eingabetaste führt zum Datensatz.</translation>
    </message>
    <message>
        <source>customer since %1</source>
        <translation>Kunde seit %1</translation>
    </message>
    <message>
        <source>no subscription</source>
        <translation>kein Abonnement</translation>
    </message>
    <message>
        <source>does not renew</source>
        <translation>verlängert sich nicht</translation>
    </message>
    <message numerus="yes">
        <source>%n open invoice(s)</source>
        <translation>
            <numerusform>%n offene Rechnung</numerusform>
            <numerusform>%n offene Rechnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>all paid</source>
        <translation>alles bezahlt</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Seats that the running subscription pays for.</source>
        <translation>Plätze, die das laufende Abonnement bezahlt.</translation>
    </message>
    <message>
        <source>The end of the running period, when the next one begins.</source>
        <translation>Das Ende des laufenden Zeitraums, wenn der nächste beginnt.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::OrganizationForms</name>
    <message>
        <source>New organization</source>
        <translation>Neue Organisation</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>No organization is chosen</source>
        <translation>Keine Organisation ist ausgewählt</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Organization created</source>
        <translation>Organisation angelegt</translation>
    </message>
    <message>
        <source>Edit organization</source>
        <translation>Organisation bearbeiten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Organization saved</source>
        <translation>Organisation gespeichert</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::OrganizationsPane</name>
    <message>
        <source>Organizations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>Filter organizations</source>
        <translation>Organisationen filtern</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Professional</source>
        <translation>Professional</translation>
    </message>
    <message>
        <source>Onboarding</source>
        <translation>In Einführung</translation>
    </message>
    <message>
        <source>Organizations could not be loaded</source>
        <translation>Die Organisationen ließen sich nicht laden</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>No organizations yet</source>
        <translation>Noch keine Organisationen</translation>
    </message>
    <message>
        <source>Import your customers from a Stripe export to begin.</source>
        <translation>Importieren Sie zum Anfang Ihre Kunden aus einem Stripe-Export.</translation>
    </message>
    <message>
        <source>Subscription of %1</source>
        <translation>Abonnement von %1</translation>
    </message>
    <message>
        <source>Usage of %1</source>
        <translation>Verbrauch von %1</translation>
    </message>
    <message>
        <source>Invoices of %1</source>
        <translation>Rechnungen von %1</translation>
    </message>
    <message>
        <source>Members of %1</source>
        <translation>Mitglieder von %1</translation>
    </message>
    <message>
        <source>with MRR</source>
        <translation>mit MRR</translation>
    </message>
    <message>
        <source>long in onboarding</source>
        <translation>lange in der Einführung</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>Nur</translation>
    </message>
    <message>
        <source>No organization matches now.</source>
        <translation>Keine Organisation ist derzeit so.</translation>
    </message>
    <message>
        <source>Timeline of the organization</source>
        <translation>Verlauf der Organisation</translation>
    </message>
    <message>
        <source>Choose an organization</source>
        <translation>Wählen Sie eine Organisation</translation>
    </message>
    <message>
        <source>Timeline of %1</source>
        <translation>Verlauf von %1</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>All organizations.</source>
        <translation>Alle Organisationen.</translation>
    </message>
    <message>
        <source>Usage events of %1</source>
        <translation>Verbrauchsereignisse von %1</translation>
    </message>
    <message>
        <source>No organization has “%1” in its name, e-mail, web address, customer number, VAT id or telephone.</source>
        <translation>Bei keiner Organisation steht „%1“ in Name, E-Mail, Webadresse, Kundennummer, USt-IdNr. oder Telefon.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::OutcomeWords</name>
    <message>
        <source>Outside of any period</source>
        <translation>Außerhalb aller Zeiträume</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::OverviewTab</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>Last invoices</source>
        <translation>Letzte Rechnungen</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>VAT id</source>
        <translation>USt-IdNr.</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>Branche</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Balance in their favour</source>
        <translation>Guthaben des Kunden</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Noch keine.</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, von %2</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <source>What was credited or overpaid, less what invoices used of it or what was given back.</source>
        <translation>Was gutgeschrieben oder zu viel gezahlt wurde, abzüglich dessen, was davon für Rechnungen verwendet oder zurückgegeben wurde.</translation>
    </message>
    <message>
        <source>All invoices</source>
        <translation>Alle Rechnungen</translation>
    </message>
    <message>
        <source>Drafts and invoices of every status, without credit notes.</source>
        <translation>Entwürfe und Rechnungen in jedem Status, ohne Gutschriften.</translation>
    </message>
    <message>
        <source>Its total, taxes included.</source>
        <translation>Ihre Summe, einschließlich Steuern.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Palette</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search organizations, people, invoices and actions</source>
        <translation>Organisationen, Personen, Rechnungen und Aktionen suchen</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Records could not be searched: %1</source>
        <translation>Datensätze konnten nicht durchsucht werden: %1</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>Records could not be searched</source>
        <translation>Datensätze konnten nicht durchsucht werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>Nichts passt zu „%1“</translation>
    </message>
    <message>
        <source>Try part of a name, an e-mail address, a customer number or an invoice number.</source>
        <translation>Versuchen Sie einen Teil eines Namens, eine E-Mail-Adresse, eine Kunden- oder eine Rechnungsnummer.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) in %1</source>
        <translation>
            <numerusform>%n Treffer in %1</numerusform>
            <numerusform>%n Treffer in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt; 1 ms</source>
        <translation>&lt; 1 ms</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PaletteDelegate</name>
    <message>
        <source>%1 MRR</source>
        <translation>%1 MRR</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PaletteHints</name>
    <message>
        <source>move</source>
        <translation>bewegen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>own window</source>
        <translation>eigenes Fenster</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PaperView</name>
    <message>
        <source>Paper of the invoice</source>
        <translation>Dokument der Rechnung</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PeriodBar</name>
    <message>
        <source>%1 of the period is over</source>
        <translation>%1 des Zeitraums sind vorbei</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PlanFields</name>
    <message>
        <source>Plan</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PreviewCells</name>
    <message>
        <source>On hold</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Needs approval</source>
        <translation>Braucht Genehmigung</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Geprüft</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::QuestionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Type “%1” to confirm</source>
        <translation>Zum Bestätigen „%1“ eingeben</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ReadingNotice</name>
    <message>
        <source>Load again</source>
        <translation>Erneut laden</translation>
    </message>
    <message>
        <source>Stopped: what is here is as of %1.</source>
        <translation>Angehalten: Was hier steht, hat den Stand %1.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>This was not read completely.</source>
        <translation>Das wurde nicht zu Ende gelesen.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RecordList</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Not all rows could be read: %1 What is here is as of %2. Reference: %3.</source>
        <translation>Nicht alle Zeilen ließen sich lesen: %1 Was hier steht, hat den Stand %2. Kennung: %3.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Erneut laden</translation>
    </message>
    <message>
        <source>The list was not loaded completely.</source>
        <translation>Die Liste wurde nicht zu Ende geladen.</translation>
    </message>
    <message>
        <source>Stopped: not all rows were read. Scroll on, or try again; what is here is as of %1.</source>
        <translation>Angehalten: Es wurden nicht alle Zeilen gelesen. Blättern Sie weiter oder versuchen Sie es erneut; was hier steht, ist von %1.</translation>
    </message>
    <message>
        <source>Stopped: what is chosen now was not read. These rows are those from before, as of %1.</source>
        <translation>Angehalten: Was jetzt gewählt ist, wurde nicht gelesen. Diese Zeilen sind die von vorher, Stand %1.</translation>
    </message>
    <message>
        <source>What is chosen now could not be read: %1 These rows are those from before, as of %2. Reference: %3.</source>
        <translation>Was jetzt gewählt ist, ließ sich nicht lesen: %1 Diese Zeilen sind die von vorher, Stand %2. Kennung: %3.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RenewalDialog</name>
    <message>
        <source>Renew the subscription of %1 again</source>
        <translation>Abonnement von %1 wieder verlängern</translation>
    </message>
    <message>
        <source>Do not renew the subscription of %1</source>
        <translation>Abonnement von %1 nicht verlängern</translation>
    </message>
    <message>
        <source>Renew again</source>
        <translation>Wieder verlängern</translation>
    </message>
    <message>
        <source>Do not renew</source>
        <translation>Nicht verlängern</translation>
    </message>
    <message>
        <source>It ends on %1, and no further period is charged. What is used until then is billed as usual. Until then it can be renewed again.</source>
        <translation>Es endet am %1, und kein weiterer Zeitraum wird berechnet. Was bis dahin verbraucht wird, wird wie immer abgerechnet. Bis dahin kann es wieder verlängert werden.</translation>
    </message>
    <message>
        <source>It still ends on %1, because its end is scheduled.</source>
        <translation>Es endet trotzdem am %1, weil sein Ende vorgemerkt ist.</translation>
    </message>
    <message>
        <source>It renews on %1 and is invoiced then.</source>
        <translation>Es verlängert sich am %1 und wird dann berechnet.</translation>
    </message>
    <message>
        <source>The subscription renews again</source>
        <translation>Das Abonnement verlängert sich wieder</translation>
    </message>
    <message>
        <source>The subscription ends on %1</source>
        <translation>Das Abonnement endet am %1</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ReportDialog</name>
    <message>
        <source>Rows that failed</source>
        <translation>Fehlgeschlagene Zeilen</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Als CSV speichern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RestoredNotice</name>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>What you typed last time is here again.</source>
        <translation>Was zuletzt eingegeben wurde, ist wieder da.</translation>
    </message>
    <message>
        <source>Discards what was typed and not saved</source>
        <translation>Wirft weg, was eingegeben und nicht gespeichert wurde</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RevenuePage</name>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Deferred revenue</source>
        <translation>Abgegrenzter Umsatz</translation>
    </message>
    <message>
        <source>Running month</source>
        <translation>Laufender Monat</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Neu zählen</translation>
    </message>
    <message>
        <source>Revenue to come, by the month in which its days pass</source>
        <translation>Kommender Umsatz nach dem Monat, in dem seine Tage vergehen</translation>
    </message>
    <message>
        <source>Nothing is sold in advance now.</source>
        <translation>Zurzeit ist nichts im Voraus verkauft.</translation>
    </message>
    <message>
        <source>Revenue to come</source>
        <translation>Kommender Umsatz</translation>
    </message>
    <message>
        <source>The revenue to come could not be counted</source>
        <translation>Der kommende Umsatz konnte nicht gezählt werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Counting was cancelled</source>
        <translation>Das Zählen wurde abgebrochen</translation>
    </message>
    <message>
        <source>Every line that was sold in advance is looked at.</source>
        <translation>Jede im Voraus verkaufte Position wird angesehen.</translation>
    </message>
    <message>
        <source>Nothing is sold in advance now</source>
        <translation>Zurzeit ist nichts im Voraus verkauft</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n Monat</numerusform>
            <numerusform>%n Monate</numerusform>
        </translation>
    </message>
    <message>
        <source>Being counted…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>%1 The books have changed since.</source>
        <translation>%1 Seither ist etwas geschehen.</translation>
    </message>
    <message>
        <source>It is being counted</source>
        <translation>Es wird gezählt</translation>
    </message>
    <message>
        <source>Σ of what is left of every line that was sold in advance: what the account of deferred revenue stands at.</source>
        <translation>Σ dessen, was von jeder im Voraus verkauften Position übrig ist: der Stand des Kontos für abgegrenzten Umsatz.</translation>
    </message>
    <message>
        <source>What passes by the end of that month, and what passed before and is not booked as revenue yet.</source>
        <translation>Was bis zum Ende dieses Monats vergeht, und was davor verging und noch nicht als Umsatz gebucht ist.</translation>
    </message>
    <message>
        <source>The month in which the last line that is sold ends.</source>
        <translation>Der Monat, in dem die letzte verkaufte Position endet.</translation>
    </message>
    <message>
        <source>Plans, seats and add-ons are sold in advance: their price becomes revenue as the days that it pays for pass.</source>
        <translation>Tarife, Plätze und Add-ons werden es: Ihr Preis wird Umsatz, während die bezahlten Tage vergehen.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RunFigures</name>
    <message>
        <source>Invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Usage charges</source>
        <translation>Verbrauchsentgelte</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Auffälligkeiten</translation>
    </message>
    <message>
        <source>All lines of the previewed invoices, taxes included.</source>
        <translation>Alle Positionen der Rechnungen in der Vorschau, mit Steuern.</translation>
    </message>
    <message>
        <source>Usage lines before discounts and taxes.</source>
        <translation>Verbrauchspositionen vor Rabatten und Steuern.</translation>
    </message>
    <message>
        <source>cancelled, not complete</source>
        <translation>abgebrochen, nicht vollständig</translation>
    </message>
    <message>
        <source>taxes included</source>
        <translation>mit Steuern</translation>
    </message>
    <message>
        <source>%1 first, %2 changed a lot</source>
        <translation>%1 erste, %2 stark verändert</translation>
    </message>
    <message>
        <source>before discounts</source>
        <translation>vor Rabatten</translation>
    </message>
    <message>
        <source>where it is charged</source>
        <translation>wo sie anfällt</translation>
    </message>
    <message>
        <source>%1 vs the last</source>
        <translation>%1 zu den letzten</translation>
    </message>
    <message>
        <source>What a run to the end of that day would issue, on the book as it is.</source>
        <translation>Was ein Lauf bis zum Ende dieses Tages ausstellen würde, so wie das Buch jetzt steht.</translation>
    </message>
    <message>
        <source>Tax lines of the previewed invoices, by where each customer is.</source>
        <translation>Steuerpositionen der Rechnungen in der Vorschau, nach dem Sitz jedes Kunden.</translation>
    </message>
    <message>
        <source>not complete</source>
        <translation>nicht vollständig</translation>
    </message>
    <message>
        <source>%1 lack data · %2</source>
        <translation>Bei %1 fehlen Angaben · %2</translation>
    </message>
    <message>
        <source>First invoices, changes of a fifth or more and customers who lack what an invoice shows.</source>
        <translation>Erste Rechnungen, Abweichungen von einem Fünftel und mehr und Kunden, bei denen Angaben für die Rechnung fehlen.</translation>
    </message>
    <message numerus="yes">
        <source>from %1 subscription(s)</source>
        <translation>
            <numerusform>aus %1 Abonnement</numerusform>
            <numerusform>aus %1 Abonnements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RunQuestion</name>
    <message numerus="yes">
        <source>%n on hold</source>
        <translation>
            <numerusform>%n zurückgehalten</numerusform>
            <numerusform>%n zurückgehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for approval</source>
        <translation>
            <numerusform>%n wartet auf Genehmigung</numerusform>
            <numerusform>%n warten auf Genehmigung</numerusform>
        </translation>
    </message>
    <message>
        <source>They wait among the invoices until somebody finalizes them.</source>
        <translation>Sie warten unter den Rechnungen, bis jemand sie festschreibt.</translation>
    </message>
    <message>
        <source>None becomes final: %1.</source>
        <translation>Keine wird festgeschrieben: %1.</translation>
    </message>
    <message>
        <source>Each gets its number and is collected. A final invoice cannot be changed, only credited.</source>
        <translation>Jede bekommt ihre Nummer und wird eingezogen. Eine festgeschriebene Rechnung lässt sich nicht ändern, nur gutschreiben.</translation>
    </message>
    <message numerus="yes">
        <source>%n more stay(s) a draft (%1): %2.</source>
        <translation>
            <numerusform>%n weitere bleibt Entwurf (%1): %2.</numerusform>
            <numerusform>%n weitere bleiben Entwürfe (%1): %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Finalize</source>
        <translation>Festschreiben</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwerfen</translation>
    </message>
    <message numerus="yes">
        <source>Finalize %n invoice(s) due by %1</source>
        <translation>
            <numerusform>%n Rechnung festschreiben, fällig bis %1</numerusform>
            <numerusform>%n Rechnungen festschreiben, fällig bis %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Draft %n invoice(s) due by %1</source>
        <translation>
            <numerusform>%n Rechnung entwerfen, fällig bis %1</numerusform>
            <numerusform>%n Rechnungen entwerfen, fällig bis %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Total: %1</source>
        <translation>Summe: %1</translation>
    </message>
    <message numerus="yes">
        <source>The list shows %n invoice(s): to the end of the day, and as the book was before.</source>
        <translation>
            <numerusform>Die Liste zeigt %n Rechnung: bis zum Ende des Tages und nach dem Stand davor.</numerusform>
            <numerusform>Die Liste zeigt %n Rechnungen: bis zum Ende des Tages und nach dem Stand davor.</numerusform>
        </translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Senken</translation>
    </message>
    <message numerus="yes">
        <source>Lower %n draft(s) by what was taken back</source>
        <translation>
            <numerusform>%n Entwurf um das Zurückgenommene senken</numerusform>
            <numerusform>%n Entwürfe um das Zurückgenommene senken</numerusform>
        </translation>
    </message>
    <message>
        <source>No invoice is due now. A draft waits as before; one of which nothing is left is discarded.</source>
        <translation>Jetzt ist keine Rechnung fällig. Ein Entwurf wartet wie zuvor; einer, von dem nichts bleibt, wird verworfen.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RunReview</name>
    <message>
        <source>It could not be kept</source>
        <translation>Es konnte nicht gespeichert werden</translation>
    </message>
    <message numerus="yes">
        <source>Take back the review of %n finding(s)</source>
        <translation>
            <numerusform>Prüfung von %n Auffälligkeit zurücknehmen</numerusform>
            <numerusform>Prüfung von %n Auffälligkeiten zurücknehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n finding(s) as reviewed</source>
        <translation>
            <numerusform>%n Auffälligkeit als geprüft markieren</numerusform>
            <numerusform>%n Auffälligkeiten als geprüft markieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark as reviewed</source>
        <translation>Als geprüft markieren</translation>
    </message>
    <message>
        <source>The preview is not there yet</source>
        <translation>Die Vorschau ist noch nicht da</translation>
    </message>
    <message>
        <source>There is nothing to review</source>
        <translation>Es gibt nichts zu prüfen</translation>
    </message>
    <message>
        <source>Nothing that is shown or selected has a finding</source>
        <translation>Was angezeigt oder ausgewählt ist, hat keine Auffälligkeit</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) reviewed</source>
        <translation>
            <numerusform>%n Auffälligkeit geprüft</numerusform>
            <numerusform>%n Auffälligkeiten geprüft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) to review again</source>
        <translation>
            <numerusform>%n Auffälligkeit wieder zu prüfen</numerusform>
            <numerusform>%n Auffälligkeiten wieder zu prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) as before</source>
        <translation>
            <numerusform>%n Auffälligkeit wie zuvor</numerusform>
            <numerusform>%n Auffälligkeiten wie zuvor</numerusform>
        </translation>
    </message>
    <message>
        <source>Billing run to the end of %1</source>
        <translation>Abrechnungslauf bis Ende %1</translation>
    </message>
    <message>
        <source>The findings are being updated</source>
        <translation>Die Auffälligkeiten werden gerade aktualisiert</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RunSteps</name>
    <message>
        <source>Compute</source>
        <translation>Berechnen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwerfen</translation>
    </message>
    <message>
        <source>Finalize</source>
        <translation>Festschreiben</translation>
    </message>
    <message>
        <source>More than %1 drafts wait to be finalized</source>
        <translation>Mehr als %1 Entwürfe warten auf das Festschreiben</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) wait to be finalized</source>
        <translation>
            <numerusform>%n Entwurf wartet auf das Festschreiben</numerusform>
            <numerusform>%n Entwürfe warten auf das Festschreiben</numerusform>
        </translation>
    </message>
    <message>
        <source>reviewed by %1, %2</source>
        <translation>geprüft von %1, %2</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::SearchButton</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::SelectionBar</name>
    <message>
        <source>End the selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>This page only</source>
        <translation>Nur diese Seite</translation>
    </message>
    <message>
        <source>All %1 that match</source>
        <translation>Alle %1 Treffer</translation>
    </message>
    <message>
        <source>All %1 that match are selected</source>
        <translation>Alle %1 Treffer ausgewählt</translation>
    </message>
    <message numerus="yes">
        <source>%1, but %n</source>
        <translation>
            <numerusform>%1, außer %n</numerusform>
            <numerusform>%1, außer %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This page: %n selected</source>
        <translation>
            <numerusform>Diese Seite: %n</numerusform>
            <numerusform>Diese Seite: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; a range ends where rows are not loaded</source>
        <translation>%1; ein Bereich endet, wo Zeilen nicht geladen sind</translation>
    </message>
    <message>
        <source>The sum of the selected rows.</source>
        <translation>Was die ausgewählten Zeilen zusammen ergeben.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Sidebar</name>
    <message>
        <source>Panes</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Pinned views</source>
        <translation>Angeheftete Ansichten</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::StandingsPage</name>
    <message>
        <source>Using it</source>
        <translation>Nutzen sie</translation>
    </message>
    <message>
        <source>Limit reached</source>
        <translation>Limit erreicht</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 und mehr</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Usage of organizations</source>
        <translation>Verbrauch der Organisationen</translation>
    </message>
    <message>
        <source>Professional</source>
        <translation>Professional</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>Stand %1.</translation>
    </message>
    <message>
        <source>Organizations that used %1 in their running period. %2</source>
        <translation>Organisationen, die in ihrem laufenden Zeitraum %1 verbraucht haben. %2</translation>
    </message>
    <message>
        <source>Organizations that have used at least %1 of their limit of %2 in the running period, among those that use it. %3</source>
        <translation>Organisationen, die mindestens %1 ihres Limits für %2 im laufenden Zeitraum verbraucht haben, unter denen, die es nutzen. %3</translation>
    </message>
    <message>
        <source>Usage could not be loaded</source>
        <translation>Verbrauch konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Nobody is that close to a limit</source>
        <translation>Niemand ist so nah an einem Limit</translation>
    </message>
    <message>
        <source>No organization has used so much of its limit in the running period.</source>
        <translation>Keine Organisation hat im laufenden Zeitraum so viel von ihrem Limit verbraucht.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Nothing is counted</source>
        <translation>Nichts gezählt</translation>
    </message>
    <message>
        <source>Usage stands here once an organization with a subscription reports some of this metric.</source>
        <translation>Verbrauch steht hier, sobald eine Organisation mit Abonnement etwas von dieser Metrik meldet.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::StartDialog</name>
    <message>
        <source>Start a subscription for %1</source>
        <translation>Abonnement für %1 beginnen</translation>
    </message>
    <message>
        <source>Start subscription</source>
        <translation>Abonnement beginnen</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Testphase</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>Price of its own</source>
        <translation>Eigener Preis</translation>
    </message>
    <message>
        <source>For each period, instead of the plan&apos;s fee; empty: as the plan says.</source>
        <translation>Je Zeitraum, statt der Gebühr des Tarifs; leer: wie im Tarif.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s), as the plan offers</source>
        <translation>
            <numerusform>%n Tag, wie im Tarif</numerusform>
            <numerusform>%n Tage, wie im Tarif</numerusform>
        </translation>
    </message>
    <message>
        <source>What is on sale is not known yet</source>
        <translation>Was es gibt, ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>The price cannot be read</source>
        <translation>Der Preis ist nicht lesbar</translation>
    </message>
    <message>
        <source>The trial begins at once. With a payment method the subscription goes on after it and is invoiced; without one it ends on %1.</source>
        <translation>Die Testphase beginnt sofort. Mit einem Zahlungsmittel geht das Abonnement danach weiter und wird berechnet; ohne endet es am %1.</translation>
    </message>
    <message>
        <source>It begins at once.</source>
        <translation>Es beginnt sofort.</translation>
    </message>
    <message>
        <source>It begins at once. Its first invoice is drafted with it and stays a draft until somebody finalizes it.</source>
        <translation>Es beginnt sofort. Die erste Rechnung wird damit entworfen und bleibt ein Entwurf, bis jemand sie festschreibt.</translation>
    </message>
    <message>
        <source>It begins at once. Its first invoice is issued with it and is final.</source>
        <translation>Es beginnt sofort. Die erste Rechnung wird damit ausgestellt und ist endgültig.</translation>
    </message>
    <message>
        <source>Trial started</source>
        <translation>Testphase begonnen</translation>
    </message>
    <message>
        <source>Subscription started</source>
        <translation>Abonnement begonnen</translation>
    </message>
    <message>
        <source>Limits of its own</source>
        <translation>Eigene Limits</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::StartView</name>
    <message>
        <source>The database could not be opened</source>
        <translation>Die Datenbank ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>%1

Reference: %2</source>
        <translation>%1

Kennung: %2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::StatementDialog</name>
    <message>
        <source>CAMT.053 or CSV, as the bank gives it</source>
        <translation>CAMT.053 oder CSV, wie die Bank ihn gibt</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>Was darin steht</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import a bank statement</source>
        <translation>Kontoauszug importieren</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) read</source>
        <translation>
            <numerusform>%n Umsatz gelesen</numerusform>
            <numerusform>%n Umsätze gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Bank statement</source>
        <translation>Kontoauszug</translation>
    </message>
    <message>
        <source>Bank statements (*.xml *.csv *.txt)</source>
        <translation>Kontoauszüge (*.xml *.csv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s): what they are in is not imported.</source>
        <translation>
            <numerusform>%n Fehler: Worin er steht, wird nicht importiert.</numerusform>
            <numerusform>%n Fehler: Worin sie stehen, wird nicht importiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it was imported before: nothing is done a second time.</source>
        <translation>Alles wurde schon importiert: Nichts geschieht ein zweites Mal.</translation>
    </message>
    <message>
        <source>This was a dry run: nothing is imported yet.</source>
        <translation>Das war ein Probelauf: Noch ist nichts importiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) imported.</source>
        <translation>
            <numerusform>%n Umsatz importiert.</numerusform>
            <numerusform>%n Umsätze importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) imported</source>
        <translation>
            <numerusform>%n Umsatz importiert</numerusform>
            <numerusform>%n Umsätze importiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assigned</source>
        <translation>
            <numerusform>%n zugeordnet</numerusform>
            <numerusform>%n zugeordnet</numerusform>
        </translation>
    </message>
    <message>
        <source>The file is being read</source>
        <translation>Die Datei wird gelesen</translation>
    </message>
    <message>
        <source>No file is chosen</source>
        <translation>Es ist keine Datei gewählt</translation>
    </message>
    <message>
        <source>There is nothing to import</source>
        <translation>Es gibt nichts zu importieren</translation>
    </message>
    <message>
        <source>All of it is imported already</source>
        <translation>Alles ist schon importiert</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Erste Zeilen</translation>
    </message>
    <message>
        <source>Parts of the import</source>
        <translation>Teile des Imports</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Choose the column of: %1</source>
        <translation>Wählen Sie die Spalte für: %1</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::StatementFacts</name>
    <message>
        <source>What is in it</source>
        <translation>Was darin steht</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s)</source>
        <translation>
            <numerusform>%n Auszug</numerusform>
            <numerusform>%n Auszüge</numerusform>
        </translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>Anfangssaldo</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>Eingänge</translation>
    </message>
    <message>
        <source>Went out</source>
        <translation>Abgänge</translation>
    </message>
    <message>
        <source>Closing balance, as it adds up</source>
        <translation>Endsaldo, wie er sich ergibt</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Umsätze</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>Schon bekannt</translation>
    </message>
    <message>
        <source>Not booked yet, left out</source>
        <translation>Noch nicht gebucht, ausgelassen</translation>
    </message>
    <message>
        <source>Pay what they name</source>
        <translation>Bezahlen, was sie nennen</translation>
    </message>
    <message>
        <source>Wait for somebody</source>
        <translation>Warten auf jemanden</translation>
    </message>
    <message>
        <source>Of those perhaps in another statement</source>
        <translation>Davon vielleicht in einem anderen Auszug</translation>
    </message>
    <message>
        <source>%1 entries: %2 known, %3 pay, %4 wait</source>
        <translation>%1 Umsätze: %2 bekannt, %3 bezahlen, %4 warten</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::StatusBar</name>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet…</translation>
    </message>
    <message>
        <source>&lt; 1 ms</source>
        <translation>&lt; 1 ms</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>The time that the database takes to answer</source>
        <translation>Die Zeit, die die Datenbank für eine Antwort braucht</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Mitteilungen</translation>
    </message>
    <message numerus="yes">
        <source>%n not read yet</source>
        <translation>
            <numerusform>%n noch nicht gelesen</numerusform>
            <numerusform>%n noch nicht gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel what is running</source>
        <translation>Abbrechen, was läuft</translation>
    </message>
    <message>
        <source>Days and times are those of %1</source>
        <translation>Tage und Uhrzeiten sind die von %1</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Es läuft nichts</translation>
    </message>
    <message>
        <source>What is running</source>
        <translation>Was gerade läuft</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Appearance as the system</source>
        <translation>Erscheinungsbild wie im System</translation>
    </message>
    <message>
        <source>Light appearance</source>
        <translation>Helles Erscheinungsbild</translation>
    </message>
    <message>
        <source>Dark appearance</source>
        <translation>Dunkles Erscheinungsbild</translation>
    </message>
    <message>
        <source>When the database answered last: what others changed until then is shown</source>
        <translation>Wann die Datenbank zuletzt geantwortet hat: Was andere bis dahin geändert haben, ist zu sehen</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>Aktuell</translation>
    </message>
    <message numerus="yes">
        <source>Synced %n s ago</source>
        <translation>
            <numerusform>Aktuell bis vor %n s</numerusform>
            <numerusform>Aktuell bis vor %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Synced %n min ago</source>
        <translation>
            <numerusform>Aktuell bis vor %n min</numerusform>
            <numerusform>Aktuell bis vor %n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::SubscriptionActs</name>
    <message>
        <source>Change subscription…</source>
        <translation>Abonnement ändern…</translation>
    </message>
    <message>
        <source>Pause…</source>
        <translation>Pausieren…</translation>
    </message>
    <message>
        <source>End…</source>
        <translation>Beenden…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>There is no subscription</source>
        <translation>Es gibt kein Abonnement</translation>
    </message>
    <message>
        <source>The subscription has ended</source>
        <translation>Das Abonnement ist beendet</translation>
    </message>
    <message>
        <source>The subscription is paused or suspended</source>
        <translation>Das Abonnement ruht</translation>
    </message>
    <message>
        <source>Resume…</source>
        <translation>Fortsetzen…</translation>
    </message>
    <message>
        <source>Only an active subscription can be paused</source>
        <translation>Nur ein aktives Abonnement lässt sich pausieren</translation>
    </message>
    <message>
        <source>Taken back; the subscription goes on as it is</source>
        <translation>Zurückgenommen; das Abonnement läuft unverändert weiter</translation>
    </message>
    <message>
        <source>No change is scheduled</source>
        <translation>Es ist keine Änderung vorgemerkt</translation>
    </message>
    <message>
        <source>Start a subscription…</source>
        <translation>Abonnement beginnen…</translation>
    </message>
    <message>
        <source>Apply a coupon…</source>
        <translation>Gutschein einlösen…</translation>
    </message>
    <message>
        <source>Do not renew…</source>
        <translation>Nicht verlängern…</translation>
    </message>
    <message>
        <source>Choose an organization</source>
        <translation>Wählen Sie eine Organisation</translation>
    </message>
    <message>
        <source>There is a subscription already</source>
        <translation>Es gibt schon ein Abonnement</translation>
    </message>
    <message>
        <source>The organization is closed</source>
        <translation>Die Organisation ist geschlossen</translation>
    </message>
    <message>
        <source>Renew again…</source>
        <translation>Wieder verlängern…</translation>
    </message>
    <message>
        <source>Undone; it is as it was</source>
        <translation>Rückgängig gemacht; es ist wie zuvor</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Limits…</source>
        <translation>Limits…</translation>
    </message>
    <message>
        <source>End a coupon…</source>
        <translation>Gutschein beenden…</translation>
    </message>
    <message>
        <source>No redeemed coupon still holds</source>
        <translation>Es ist kein Gutschein eingelöst, der noch gilt</translation>
    </message>
    <message>
        <source>Add-ons…</source>
        <translation>Add-ons…</translation>
    </message>
    <message>
        <source>The business sells no add-ons</source>
        <translation>Das Unternehmen verkauft keine Add-ons</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::SubscriptionCells</name>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n Platz</numerusform>
            <numerusform>%n Plätze</numerusform>
        </translation>
    </message>
    <message>
        <source>ends then</source>
        <translation>endet dann</translation>
    </message>
    <message>
        <source>is not renewed</source>
        <translation>wird nicht verlängert</translation>
    </message>
    <message>
        <source>%1 v%2</source>
        <translation>%1 v%2</translation>
    </message>
    <message>
        <source>the plan&apos;s price</source>
        <translation>der Preis des Tarifs</translation>
    </message>
    <message>
        <source>price %1</source>
        <translation>Preis %1</translation>
    </message>
    <message>
        <source>%1 at new terms</source>
        <translation>%1 zu neuen Bedingungen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::SubscriptionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Name of the organization</source>
        <translation>Name der Organisation</translation>
    </message>
    <message>
        <source>It is being done</source>
        <translation>Es wird gerade ausgeführt</translation>
    </message>
    <message>
        <source>The result is not known yet</source>
        <translation>Was es ergibt, ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>Type the name to confirm</source>
        <translation>Zum Bestätigen den Namen eingeben</translation>
    </message>
    <message>
        <source>What was chosen here before is filled in again.</source>
        <translation>Was hier zuvor gewählt war, ist wieder eingetragen.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::SubscriptionTab</name>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>ends with the period</source>
        <translation>endet mit dem Zeitraum</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>No subscription yet.</source>
        <translation>Noch kein Abonnement.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>Gutscheine</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Vorgemerkt</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>Running period</source>
        <translation>Laufender Zeitraum</translation>
    </message>
    <message>
        <source>This subscription has ended.</source>
        <translation>Dieses Abonnement ist beendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>noch %n Tag</numerusform>
            <numerusform>noch %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Anchor</source>
        <translation>Stichtag</translation>
    </message>
    <message>
        <source>Trial ends</source>
        <translation>Testphase endet</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Renews by itself</source>
        <translation>Verlängert sich selbst</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>plan %1</source>
        <translation>Tarif %1</translation>
    </message>
    <message>
        <source>billed %1</source>
        <translation>Abrechnung %1</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n Platz</numerusform>
            <numerusform>%n Plätze</numerusform>
        </translation>
    </message>
    <message>
        <source>On %1: %2.</source>
        <translation>Am %1: %2.</translation>
    </message>
    <message>
        <source>Limits of its own</source>
        <translation>Eigene Limits</translation>
    </message>
    <message>
        <source>the plan&apos;s price</source>
        <translation>der Preis des Tarifs</translation>
    </message>
    <message>
        <source>price %1</source>
        <translation>Preis %1</translation>
    </message>
    <message>
        <source>%1 (takes nothing more off)</source>
        <translation>%1 (zieht nichts mehr ab)</translation>
    </message>
    <message>
        <source>%1 (until the period&apos;s end)</source>
        <translation>%1 (bis zum Ende des Zeitraums)</translation>
    </message>
    <message>
        <source>billed in %1</source>
        <translation>abgerechnet in %1</translation>
    </message>
    <message>
        <source>Add-ons</source>
        <translation>Add-ons</translation>
    </message>
    <message>
        <source>%1 at new terms</source>
        <translation>%1 zu neuen Bedingungen</translation>
    </message>
    <message>
        <source>Last period</source>
        <translation>Letzter Zeitraum</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::SubscriptionsPane</name>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Renews</source>
        <translation>Verlängert sich</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Professional</source>
        <translation>Professional</translation>
    </message>
    <message>
        <source>Professional, yearly</source>
        <translation>Professional, jährlich</translation>
    </message>
    <message numerus="yes">
        <source>within %n day(s)</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>a change</source>
        <translation>eine Änderung</translation>
    </message>
    <message>
        <source>Subscriptions could not be loaded</source>
        <translation>Abonnements konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>No subscription matches now.</source>
        <translation>So ist gerade kein Abonnement.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>No subscriptions yet</source>
        <translation>Noch keine Abonnements</translation>
    </message>
    <message>
        <source>They begin in the record of an organization, or come with an import.</source>
        <translation>Sie beginnen im Datensatz einer Organisation oder kommen mit einem Import.</translation>
    </message>
    <message>
        <source>Subscriptions that have not ended.</source>
        <translation>Abonnements, die nicht geendet haben.</translation>
    </message>
    <message>
        <source>Show organizations</source>
        <translation>Organisationen zeigen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TabStrip</name>
    <message>
        <source>More parts</source>
        <translation>Weitere Teile</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TableView</name>
    <message>
        <source>Next row</source>
        <translation>Nächste Zeile</translation>
    </message>
    <message>
        <source>Row before</source>
        <translation>Vorige Zeile</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>Erste Zeile</translation>
    </message>
    <message>
        <source>Last row</source>
        <translation>Letzte Zeile</translation>
    </message>
    <message>
        <source>Mark the row</source>
        <translation>Zeile markieren</translation>
    </message>
    <message>
        <source>Mark up to the row</source>
        <translation>Bis zur Zeile markieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TimelineCells</name>
    <message>
        <source>%1, through %2</source>
        <translation>%1, über %2</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TimelinePage</name>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>invoices and payments</source>
        <translation>Rechnungen und Zahlungen</translation>
    </message>
    <message>
        <source>changed fields</source>
        <translation>geänderte Felder</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>%1 · your group does not see who changed which field</source>
        <translation>%1 · wer welches Feld geändert hat, sieht Ihre Gruppe nicht</translation>
    </message>
    <message>
        <source>The timeline could not be loaded</source>
        <translation>Der Verlauf konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Nothing of this kind</source>
        <translation>Nichts dieser Art</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>Noch nichts geschehen</translation>
    </message>
    <message>
        <source>What is entered, changed, billed and paid is listed here.</source>
        <translation>Was angelegt, geändert, berechnet und bezahlt wird, steht hier.</translation>
    </message>
    <message>
        <source>mails</source>
        <translation>E-Mails</translation>
    </message>
    <message numerus="yes">
        <source>%1 entry(ies)</source>
        <translation>
            <numerusform>%1 Eintrag</numerusform>
            <numerusform>%1 Einträge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Toast</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TransactionInspector</name>
    <message>
        <source>Entries</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Open document</source>
        <translation>Beleg öffnen</translation>
    </message>
    <message>
        <source>Open organization</source>
        <translation>Organisation öffnen</translation>
    </message>
    <message>
        <source>Its entries</source>
        <translation>Ihre Posten</translation>
    </message>
    <message>
        <source>debit %1</source>
        <translation>Soll %1</translation>
    </message>
    <message>
        <source>credit %1</source>
        <translation>Haben %1</translation>
    </message>
    <message>
        <source>Debits = credits</source>
        <translation>Soll = Haben</translation>
    </message>
    <message>
        <source>Booked for</source>
        <translation>Gebucht für</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>No entry chosen</source>
        <translation>Kein Posten gewählt</translation>
    </message>
    <message>
        <source>Choose one to see the transaction that it belongs to.</source>
        <translation>Wählen Sie einen, um die Buchung zu sehen, zu der er gehört.</translation>
    </message>
    <message>
        <source>This transaction could not be loaded</source>
        <translation>Diese Buchung konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Verwendungszweck</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TypedConfirmation</name>
    <message>
        <source>It cannot be undone. Type %1 to confirm.</source>
        <translation>Das lässt sich nicht rückgängig machen. Zum Bestätigen %1 eingeben.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::UnassignDialog</name>
    <message>
        <source>What becomes of it</source>
        <translation>Was daraus wird</translation>
    </message>
    <message>
        <source>Undo assignment</source>
        <translation>Zuordnung lösen</translation>
    </message>
    <message>
        <source>Undo the assignment of %1 from %2</source>
        <translation>Zuordnung lösen: %1 von %2</translation>
    </message>
    <message>
        <source>The entry waits again. Its payments are reversed in the books of today and stay in the history; what is due is dunned further on.</source>
        <translation>Der Umsatz wartet wieder. Seine Zahlungen werden in den Büchern von heute zurückgebucht und bleiben im Verlauf; was fällig ist, wird weiter gemahnt.</translation>
    </message>
    <message>
        <source>The entry of %1 waits again</source>
        <translation>Der Umsatz von %1 wartet wieder</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Balance before</source>
        <translation>Guthaben vorher</translation>
    </message>
    <message>
        <source>Balance after</source>
        <translation>Guthaben danach</translation>
    </message>
    <message>
        <source>It is being done</source>
        <translation>Es wird gerade getan</translation>
    </message>
    <message>
        <source>The result is not known yet</source>
        <translation>Was es ergibt, ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Sent back by the bank</source>
        <translation>Von der Bank zurückgegeben</translation>
    </message>
    <message>
        <source>The bank sent back %1</source>
        <translation>Die Bank hat %1 zurückgegeben</translation>
    </message>
    <message>
        <source>What it had paid is due again and dunned further on. The books have it on %1, the bank’s day, unless that month is closed. Both entries are done with.</source>
        <translation>Was davon bezahlt war, ist wieder fällig und wird weiter gemahnt. In den Büchern steht es am %1, dem Tag der Bank, wenn dieser Monat nicht abgeschlossen ist. Beide Einträge sind damit erledigt.</translation>
    </message>
    <message>
        <source>%1, came in on %2</source>
        <translation>%1, eingegangen am %2</translation>
    </message>
    <message>
        <source>Invoice or payer</source>
        <translation>Rechnung oder Zahler</translation>
    </message>
    <message>
        <source>What came in before</source>
        <translation>Was zuvor eingegangen war</translation>
    </message>
    <message>
        <source>What %1 paid is taken back</source>
        <translation>Was %1 gezahlt hatte, ist zurückgenommen</translation>
    </message>
    <message>
        <source>It is not confirmed yet</source>
        <translation>Noch nicht bestätigt</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::UpgradeCard</name>
    <message>
        <source>costs the same</source>
        <translation>kostet gleich viel</translation>
    </message>
    <message>
        <source>%1 less a month</source>
        <translation>%1 weniger im Monat</translation>
    </message>
    <message>
        <source>%1 more a month</source>
        <translation>%1 mehr im Monat</translation>
    </message>
    <message>
        <source>Nothing is suggested: no plan on sale has more room for what is used up.</source>
        <translation>Es wird nichts vorgeschlagen: Kein angebotener Tarif hat mehr Platz für das, was ausgeschöpft ist.</translation>
    </message>
    <message>
        <source>Nothing is suggested: no higher plan on sale would cost less for what is used.</source>
        <translation>Es wird nichts vorgeschlagen: Kein höherer angebotener Tarif würde für diesen Verbrauch weniger kosten.</translation>
    </message>
    <message>
        <source>A hard limit is used up: with %1 they can go on. It comes to %2 a month for what is used, %3 comes to %4.</source>
        <translation>Ein hartes Limit ist ausgeschöpft: Mit %1 geht es weiter. Bei diesem Verbrauch kommt er auf %2 im Monat, %3 kommt auf %4.</translation>
    </message>
    <message>
        <source>%1 comes to %2 a month for what is used, %3 comes to %4.</source>
        <translation>%1 kommt bei diesem Verbrauch auf %2 im Monat, %3 kommt auf %4.</translation>
    </message>
    <message>
        <source>Now, %1</source>
        <translation>Jetzt, %1</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Mit %1</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Limit, %1</source>
        <translation>Limit, %1</translation>
    </message>
    <message>
        <source>The average month of the running period, as it is expected to end, and of up to two before it: plan, seats and what is charged of usage, before discounts and tax.</source>
        <translation>Der durchschnittliche Monat des laufenden Zeitraums, wie er voraussichtlich endet, und von bis zu zwei Zeiträumen davor: Tarif, Plätze und berechneter Verbrauch, vor Rabatten und Steuern.</translation>
    </message>
    <message>
        <source>nothing better</source>
        <translation>nichts Besseres</translation>
    </message>
    <message>
        <source>What each plan on sale would come to for what was used, by the rules of invoices.</source>
        <translation>Worauf jeder angebotene Tarif bei diesem Verbrauch käme, nach den Regeln der Rechnungen.</translation>
    </message>
    <message>
        <source>Nothing is suggested: a change, or the end, comes with the end of the period.</source>
        <translation>Nichts wird vorgeschlagen: Mit dem Ende des Zeitraums kommt eine Änderung oder das Ende.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::UsageCells</name>
    <message>
        <source>hard limit</source>
        <translation>hartes Limit</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>What the running period came to so far, as invoices and limits count it.</source>
        <translation>Was im laufenden Zeitraum bisher zusammenkam, wie Rechnungen und Limits es zählen.</translation>
    </message>
    <message>
        <source>What the plan or an exception allows in a period.</source>
        <translation>Was der Tarif oder eine Ausnahme in einem Zeitraum erlaubt.</translation>
    </message>
    <message>
        <source>Used ÷ limit.</source>
        <translation>Verbraucht ÷ Limit.</translation>
    </message>
    <message>
        <source>The day on which the limit is reached at the pace of this period; none where that is not before its end.</source>
        <translation>Der Tag, an dem das Limit beim Tempo dieses Zeitraums erreicht wird; keiner, wo das nicht vor seinem Ende ist.</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>kein Limit</translation>
    </message>
    <message>
        <source>soft limit</source>
        <translation>weiches Limit</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::UsagePane</name>
    <message>
        <source>Usage</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>Parts of usage</source>
        <translation>Teile des Verbrauchs</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>Events that came in</source>
        <translation>Eingegangene Ereignisse</translation>
    </message>
    <message>
        <source>Late usage</source>
        <translation>Später Verbrauch</translation>
    </message>
    <message>
        <source>Usage could not be loaded</source>
        <translation>Verbrauch konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The business has no metrics</source>
        <translation>Das Geschäft zählt nichts</translation>
    </message>
    <message>
        <source>Metrics are set in the business files; what they count is shown here.</source>
        <translation>Metriken stehen in seinen Dateien; was sie zählen, steht hier.</translation>
    </message>
    <message>
        <source>%1, running periods</source>
        <translation>%1, laufende Zeiträume</translation>
    </message>
    <message>
        <source>Usage events</source>
        <translation>Verbrauchsereignisse</translation>
    </message>
    <message>
        <source>By dimension</source>
        <translation>Nach Dimension</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>Einzeln</translation>
    </message>
    <message>
        <source>It is shown already</source>
        <translation>Das ist schon zu sehen</translation>
    </message>
    <message>
        <source>Only for the usage of one organization: open its events first</source>
        <translation>So wird der Verbrauch einer Organisation gezeigt: Öffnen Sie erst ihre Ereignisse</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::UsageTab</name>
    <message>
        <source>%1, unlimited</source>
        <translation>%1, unbegrenzt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, hard</source>
        <translation>%1, fest</translation>
    </message>
    <message>
        <source>Nothing is counted.</source>
        <translation>Es wird nichts gezählt.</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>Usage against limits</source>
        <translation>Verbrauch gegen Limits</translation>
    </message>
    <message>
        <source>this period</source>
        <translation>dieser Zeitraum</translation>
    </message>
    <message>
        <source>per period, no limit</source>
        <translation>je Zeitraum, ohne Limit</translation>
    </message>
    <message>
        <source>per period, %1 used now</source>
        <translation>je Zeitraum, jetzt %1 verbraucht</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>Limit now</source>
        <translation>Limit jetzt</translation>
    </message>
    <message>
        <source>%1 reserved.</source>
        <translation>%1 reserviert.</translation>
    </message>
    <message>
        <source>Limit reached on %1 at this pace.</source>
        <translation>Limit in diesem Tempo am %1 erreicht.</translation>
    </message>
    <message>
        <source>What was counted since the running period began, against the limit of the plan.</source>
        <translation>Was seit Beginn des laufenden Zeitraums gezählt wurde, gegen das Limit des Tarifs.</translation>
    </message>
    <message>
        <source>What was counted in each period; the share is that of the running one in the limit.</source>
        <translation>Was in jedem Zeitraum gezählt wurde; der Anteil ist der des laufenden am Limit.</translation>
    </message>
    <message>
        <source>no subscription</source>
        <translation>kein Abonnement</translation>
    </message>
    <message>
        <source>Without a subscription nothing is counted.</source>
        <translation>Ohne Abonnement wird nichts gezählt.</translation>
    </message>
    <message>
        <source>per period</source>
        <translation>je Zeitraum</translation>
    </message>
    <message>
        <source>Suggested plan</source>
        <translation>Vorgeschlagener Tarif</translation>
    </message>
    <message>
        <source>The subscription has ended: nothing is counted since.</source>
        <translation>Das Abonnement ist beendet: Seither wird nichts gezählt.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::VersionsPage</name>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Angewendet</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Applied versions</source>
        <translation>Angewendete Versionen</translation>
    </message>
    <message>
        <source>What the version changed</source>
        <translation>Was die Version änderte</translation>
    </message>
    <message>
        <source>The versions could not be loaded</source>
        <translation>Die Versionen konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No business files have been applied yet</source>
        <translation>Noch wurden keine Geschäftsdateien angewendet</translation>
    </message>
    <message>
        <source>Choose a folder of business files and apply it: then there is something to sell.</source>
        <translation>Wählen Sie einen Ordner mit Geschäftsdateien und wenden Sie ihn an: dann gibt es etwas zu verkaufen.</translation>
    </message>
    <message>
        <source>What version %1 changed</source>
        <translation>Was Version %1 änderte</translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s)</source>
        <translation>
            <numerusform>%n Angabe</numerusform>
            <numerusform>%n Angaben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::WaterfallChart</name>
    <message>
        <source>The axis does not begin at zero</source>
        <translation>Die Achse beginnt nicht bei null</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::WhatIfPage</name>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>Rate again</source>
        <translation>Neu bewerten</translation>
    </message>
    <message>
        <source>Would have paid more</source>
        <translation>Hätten mehr bezahlt</translation>
    </message>
    <message>
        <source>Would have paid less</source>
        <translation>Hätten weniger bezahlt</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Gleich viel</translation>
    </message>
    <message>
        <source>Over a new limit</source>
        <translation>Über einem neuen Limit</translation>
    </message>
    <message>
        <source>Fees now</source>
        <translation>Gebühren jetzt</translation>
    </message>
    <message>
        <source>Usage now</source>
        <translation>Verbrauch jetzt</translation>
    </message>
    <message>
        <source>Fees then</source>
        <translation>Gebühren dann</translation>
    </message>
    <message>
        <source>Usage then</source>
        <translation>Verbrauch dann</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Paid now</source>
        <translation>Bezahlt jetzt</translation>
    </message>
    <message>
        <source>Paid then</source>
        <translation>Bezahlt dann</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Genutzt</translation>
    </message>
    <message>
        <source>Limit now</source>
        <translation>Limit jetzt</translation>
    </message>
    <message>
        <source>Limit then</source>
        <translation>Limit dann</translation>
    </message>
    <message>
        <source>By plan</source>
        <translation>Nach Tarif</translation>
    </message>
    <message>
        <source>By customer</source>
        <translation>Nach Kunde</translation>
    </message>
    <message>
        <source>Over a new limit today</source>
        <translation>Heute über einem neuen Limit</translation>
    </message>
    <message>
        <source>Months back</source>
        <translation>Monate zurück</translation>
    </message>
    <message>
        <source>By plan and currency</source>
        <translation>Nach Tarif und Währung</translation>
    </message>
    <message>
        <source>Customers whose amounts differ, the greatest difference first</source>
        <translation>Kunden mit anderen Beträgen, der größte Unterschied zuerst</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose a folder of business files first</source>
        <translation>Wählen Sie zuerst einen Ordner mit Geschäftsdateien</translation>
    </message>
    <message>
        <source>It could not be rated again</source>
        <translation>Es konnte nicht neu bewertet werden</translation>
    </message>
    <message>
        <source>Rating again was cancelled</source>
        <translation>Die Neubewertung wurde abgebrochen</translation>
    </message>
    <message>
        <source>What would the last months have come to?</source>
        <translation>Was wären die letzten Monate gewesen?</translation>
    </message>
    <message>
        <source>What was sold and used is rated again by these files, with the rules that invoices are made by. Nothing is written.</source>
        <translation>Was verkauft und genutzt wurde, wird nach diesen Dateien neu bewertet, mit den Regeln der Rechnungen. Nichts wird geschrieben.</translation>
    </message>
    <message>
        <source>Customers of the plans that change whose amounts stay, counted once for each currency.</source>
        <translation>Kunden der geänderten Tarife, deren Beträge bleiben, je Währung einmal gezählt.</translation>
    </message>
    <message>
        <source>Live subscriptions that are within their limit now and would not be within the new one, counted once for each metric.</source>
        <translation>Laufende Abonnements, die jetzt in ihrem Limit sind und es im neuen nicht wären, je Metrik einmal gezählt.</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>Further use would be refused.</source>
        <translation>Weiterer Verbrauch würde abgelehnt.</translation>
    </message>
    <message>
        <source>Customers whose fees and usage, less discounts, come to more by these files, counted once for each currency.</source>
        <translation>Kunden, deren Gebühren und Verbrauch abzüglich Rabatten nach diesen Dateien mehr ergeben, je Währung einmal gezählt.</translation>
    </message>
    <message>
        <source>Customers whose fees and usage, less discounts, come to less by these files, counted once for each currency.</source>
        <translation>Kunden, deren Gebühren und Verbrauch abzüglich Rabatten nach diesen Dateien weniger ergeben, je Währung einmal gezählt.</translation>
    </message>
    <message>
        <source>Periods that began on or after %1 and before %2, with the tax that a price includes. Fees and usage are before discounts, differences and customers after them. A contract&apos;s own price stays. At most %3 customers and limits are listed. %4</source>
        <translation>Zeiträume, die vom %1 bis vor dem %2 begannen, mit der Steuer, die ein Preis enthält. Gebühren und Verbrauch vor Rabatten, Unterschiede und Kunden nach Rabatten. Der eigene Preis eines Vertrags bleibt. Höchstens %3 Kunden und Limits werden aufgeführt. %4</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::WorkList</name>
    <message>
        <source>What is running</source>
        <translation>Was gerade läuft</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>%1 abbrechen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::WorkRow</name>
    <message>
        <source>%1, and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>It stops after the current part</source>
        <translation>Endet nach dem laufenden Abschnitt</translation>
    </message>
</context>
</TS>
