// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/page_words.h"

using namespace Qt::StringLiterals;

namespace tenantry::api {

namespace {

const PageWords english{
    .language = u"en"_s,
    .from = u"from %1"_s,
    .invoices = u"Invoices"_s,
    .noInvoices = u"There is no invoice yet."_s,
    .older = u"Older invoices"_s,
    .latest = u"Latest invoices"_s,
    .creditNotes = u"Credit notes"_s,
    .download = u"PDF"_s,
    .downloadOf = u"PDF of invoice %1"_s,
    .downloadOfCreditNote = u"PDF of credit note %1"_s,
    .payNow = u"Pay %1 now"_s,
    .payWith = u"You pay by: %1"_s,
    .payWithCard = u"Pay %1 with this card"_s,
    .isPaid = u"This invoice is paid. Thank you."_s,
    .isVoid = u"This invoice was cancelled. Nothing is to be paid."_s,
    .isUncollectible = u"This invoice is closed. Please contact us if you want to pay it."_s,
    .isRunning = u"Your payment is being processed. This page looks again by itself."_s,
    .isUnknown = u"The payment provider has not said yet whether your payment went through. We "
                 u"keep asking until we know, "
                 "and until then nothing is charged again. You need not do anything."_s,
    .beingPaid = u"Being paid"_s,
    .refused = u"Your last payment was declined: %1"_s,
    .tryAgain = u"Try again: pay %1"_s,
    .otherCard = u"Pay with another card"_s,
    .noMethod = u"There is no payment method yet."_s,
    .methodIs = u"You pay by: %1"_s,
    .askForMethod = u"To pay in another way, answer the mail that brought you here."_s,
    .method = u"Payment method"_s,
    .changeMethod = u"Use this card from now on"_s,
    .methodChanged = u"Your payment method is changed. What is open is being charged to it."_s,
    .methodUntil = u"%1, valid until %2"_s,
    .setUpHint = u"You enter your card on a page of Stripe, our payment provider. We never see its "
                 u"number. What is open is charged to it."_s,
    .setUpMethod = u"Set up a payment method at Stripe"_s,
    .setUpOther = u"Enter another card at Stripe"_s,
    .leadTitle = u"On to Stripe"_s,
    .leadText = u"You are being led to Stripe's page, where you enter your card."_s,
    .leadLink = u"Go there now"_s,
    .returnOpen = u"Your payment method shows here as soon as Stripe has confirmed it. This page "
                  u"looks again by itself."_s,
    .returnText =
        u"If you left Stripe's page without finishing, nothing has changed: open the link "
        u"from our latest message to begin again."_s,
    .returnOn = u"To see your invoices, open the link from our latest message."_s,
    .awayTitle = u"Stripe does not answer just now"_s,
    .awayText = u"Nothing was changed. Please go back and try again in a moment."_s,
    .refusesTitle = u"This cannot be set up here"_s,
    .refusesText = u"Nothing was changed. Please answer the mail that brought you here, and we "
                   u"will sort it out."_s,
    .cardNumber = u"Card number"_s,
    .cardHint = u"This is a simulated provider: enter one of its test numbers, such as 4242 4242 "
                u"4242 4242, never "
                "a real card."_s,
    .cardUnknown = u"This is not one of the test numbers."_s,
    .insufficientFunds = u"the account does not have enough money."_s,
    .expiredCard = u"the card has expired."_s,
    .needsAction = u"your bank asks you to confirm the payment. Please use another card."_s,
    .otherReason = u"your bank gave no reason. Please try another card or ask your bank."_s,
    .status = u"Status"_s,
    .linkTitle = u"This link does not work"_s,
    .linkText = u"It may have expired, or not be complete. Please open the link from our latest "
                u"message again, or ask us "
                "for a new one."_s,
    .againTitle = u"Please try again in a moment"_s,
    .againText =
        u"We cannot show this page just now. Nothing was lost, and nothing was charged twice."_s,
    .formTitle = u"This did not arrive as it should"_s,
    .formText = u"Please go back to the page and send it once more."_s,
};

const PageWords german{
    .language = u"de"_s,
    .from = u"von %1"_s,
    .invoices = u"Rechnungen"_s,
    .noInvoices = u"Es gibt noch keine Rechnung."_s,
    .older = u"Ältere Rechnungen"_s,
    .latest = u"Neueste Rechnungen"_s,
    .creditNotes = u"Gutschriften"_s,
    .download = u"PDF"_s,
    .downloadOf = u"PDF der Rechnung %1"_s,
    .downloadOfCreditNote = u"PDF der Gutschrift %1"_s,
    .payNow = u"Jetzt %1 bezahlen"_s,
    .payWith = u"Sie bezahlen mit: %1"_s,
    .payWithCard = u"%1 mit dieser Karte bezahlen"_s,
    .isPaid = u"Diese Rechnung ist bezahlt. Vielen Dank."_s,
    .isVoid = u"Diese Rechnung wurde storniert. Es ist nichts zu bezahlen."_s,
    .isUncollectible =
        u"Diese Rechnung ist abgeschlossen. Bitte melden Sie sich bei uns, wenn Sie sie bezahlen möchten."_s,
    .isRunning = u"Ihre Zahlung wird ausgeführt. Diese Seite sieht von selbst wieder nach."_s,
    .isUnknown =
        u"Der Zahlungsanbieter hat noch nicht gesagt, ob Ihre Zahlung gelungen ist. Wir fragen "
        u"nach, bis wir es "
        "wissen, und buchen bis dahin nichts noch einmal ab. Sie brauchen nichts zu tun."_s,
    .beingPaid = u"Zahlung läuft"_s,
    .refused = u"Ihre letzte Zahlung wurde abgelehnt: %1"_s,
    .tryAgain = u"Noch einmal versuchen: %1 bezahlen"_s,
    .otherCard = u"Mit einer anderen Karte bezahlen"_s,
    .noMethod = u"Es ist noch keine Zahlungsart hinterlegt."_s,
    .methodIs = u"Sie bezahlen mit: %1"_s,
    .askForMethod =
        u"Um anders zu bezahlen, antworten Sie auf die Mail, die Sie hierher geführt hat."_s,
    .method = u"Zahlungsart"_s,
    .changeMethod = u"Künftig diese Karte verwenden"_s,
    .methodChanged = u"Ihre Zahlungsart ist geändert. Was offen ist, wird jetzt damit abgebucht."_s,
    .methodUntil = u"%1, gültig bis %2"_s,
    .setUpHint = u"Sie geben Ihre Karte auf einer Seite von Stripe ein, unserem Zahlungsanbieter. "
                 u"Wir sehen die Nummer nie. Was offen ist, wird damit abgebucht."_s,
    .setUpMethod = u"Zahlungsart bei Stripe hinterlegen"_s,
    .setUpOther = u"Andere Karte bei Stripe eingeben"_s,
    .leadTitle = u"Weiter zu Stripe"_s,
    .leadText = u"Sie werden zur Seite von Stripe geleitet, auf der Sie Ihre Karte eingeben."_s,
    .leadLink = u"Jetzt dorthin gehen"_s,
    .returnOpen = u"Ihre Zahlungsart erscheint hier, sobald Stripe sie bestätigt hat. Diese Seite "
                  u"sieht von selbst wieder nach."_s,
    .returnText = u"Wenn Sie die Seite von Stripe verlassen haben, ohne abzuschließen, hat sich "
                  u"nichts geändert: Öffnen Sie den Link aus unserer letzten Nachricht, um neu zu "
                  u"beginnen."_s,
    .returnOn =
        u"Um Ihre Rechnungen zu sehen, öffnen Sie den Link aus unserer letzten Nachricht."_s,
    .awayTitle = u"Stripe antwortet gerade nicht"_s,
    .awayText = u"Es wurde nichts geändert. Bitte gehen Sie zurück und versuchen Sie es gleich "
                u"noch einmal."_s,
    .refusesTitle = u"Das lässt sich hier nicht einrichten"_s,
    .refusesText = u"Es wurde nichts geändert. Bitte antworten Sie auf die Mail, die Sie hierher "
                   u"geführt hat; wir kümmern uns darum."_s,
    .cardNumber = u"Kartennummer"_s,
    .cardHint = u"Dies ist ein simulierter Anbieter: Geben Sie eine seiner Testnummern ein, etwa "
                u"4242 4242 4242 4242, "
                "niemals eine echte Karte."_s,
    .cardUnknown = u"Das ist keine der Testnummern."_s,
    .insufficientFunds = u"Das Konto ist nicht ausreichend gedeckt."_s,
    .expiredCard = u"Die Karte ist abgelaufen."_s,
    .needsAction =
        u"Ihre Bank verlangt eine Bestätigung der Zahlung. Bitte verwenden Sie eine andere Karte."_s,
    .otherReason = u"Ihre Bank hat keinen Grund genannt. Bitte versuchen Sie es mit einer anderen "
                   u"Karte oder fragen Sie "
                   "Ihre Bank."_s,
    .status = u"Stand"_s,
    .linkTitle = u"Dieser Link funktioniert nicht"_s,
    .linkText = u"Vielleicht ist er abgelaufen oder nicht vollständig. Bitte öffnen Sie den Link "
                u"aus unserer letzten "
                "Nachricht noch einmal, oder bitten Sie uns um einen neuen."_s,
    .againTitle = u"Bitte versuchen Sie es gleich noch einmal"_s,
    .againText =
        u"Wir können diese Seite gerade nicht zeigen. Es ging nichts verloren und wurde nichts doppelt abgebucht."_s,
    .formTitle = u"Das ist nicht richtig angekommen"_s,
    .formText = u"Bitte gehen Sie zurück zur Seite und senden Sie es noch einmal."_s,
};

} // namespace

const PageWords &pageWords(const QString &language) {
  return language == "de"_L1 ? german : english;
}

QString preferredLanguage(const QByteArray &acceptLanguage) {
  for (const auto &part : acceptLanguage.split(',')) {
    const auto language = part.trimmed().left(2).toLower();
    if (language == "de" || language == "en")
      return QString::fromLatin1(language);
  }
  return u"en"_s;
}

} // namespace tenantry::api
