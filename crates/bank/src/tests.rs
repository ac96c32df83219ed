use super::*;
use kernel::Failure;

fn read_text(text: &str) -> Result<Statement> {
    read(text.as_bytes(), "statement", &Limits::default())
}

fn code(read: Result<Statement>) -> String {
    match read {
        Err(Failure::Refused(refusal)) => refusal.code.to_string(),
        other => panic!("not refused: {other:?}"),
    }
}

/// Day, amount, own reference, bank's reference.
fn lines(statement: &Statement) -> Vec<(String, String, &str, &str)> {
    let told = |line: &'_ StatementLine| (line.day.to_string(), line.amount.to_string());
    let lines = statement.lines.iter().map(|line| (told(line), line));
    lines.map(|((day, amount), line)| (day, amount, line.reference.as_str(), line.bank_reference.as_str())).collect()
}

fn line<'a>(day: &str, amount: &str, own: &'a str, bank: &'a str) -> (String, String, &'a str, &'a str) {
    (day.to_owned(), amount.to_owned(), own, bank)
}

#[test]
fn arabic_digits_both_columns_and_a_zero_beside_the_amount() {
    let csv = "التاريخ,رقم المرجع,الوصف,مدين,دائن,الرصيد\n\
        01/10/2026,FT1,حوالة واردة,,350.00,\"284,700.75\"\n\
        ٠٢/١٠/٢٠٢٦,FT2,حوالة صادرة,٢٬٤٥٥٫٥٠,0.00,\"282,245.25\"\n\
        الرصيد الختامي,,,,,\"282,245.25\"\n";
    let statement = read_text(csv).unwrap();
    assert_eq!(
        lines(&statement),
        [line("2026-10-01", "350.00", "", "FT1"), line("2026-10-02", "-2,455.50", "", "FT2")]
    );
    assert_eq!(statement.opening.unwrap().to_string(), "284,350.75", "it follows from the first balance");
    assert_eq!(statement.left_out[0].why, WhyLeftOut::Balance);
}

#[test]
fn one_signed_column_in_every_way_of_writing_and_hijri_days() {
    let csv = "date,reference,details,amount\n2026-10-05,A1,x,(57.50)\n5/10/2026,A2,x,\"1,000.00-\"\n\
               10/06/1448,A3,x,+12.00\n1448/06/11,A4,x,-3.5\n";
    assert_eq!(
        lines(&read_text(csv).unwrap()),
        [
            line("2026-10-05", "-57.50", "", "A1"),
            line("2026-10-05", "-1,000.00", "", "A2"),
            line("2026-11-20", "12.00", "", "A3"),
            line("2026-11-21", "-3.50", "", "A4"),
        ]
    );
}

#[test]
fn the_newest_first_is_turned_round_also_within_one_day() {
    let csv = "date,amount,balance\n2026-10-06,5.00,115.00\n2026-10-05,10.00,110.00\n";
    assert_eq!(read_text(csv).unwrap().lines[0].day.to_string(), "2026-10-05");
    let one_day = "date,amount,balance\n2026-10-05,5.00,115.00\n2026-10-05,10.00,110.00\n";
    assert_eq!(read_text(one_day).unwrap().lines[0].amount.to_string(), "10.00");
}

#[test]
fn sums_that_do_not_run_refuse_the_file_and_name_the_line() {
    let csv = "الرصيد الافتتاحي,100.00\ndate,debit,credit,balance\n2026-10-05,,10.00,110.00\n2026-10-06,5.00,,115.00\n";
    let Err(Failure::Refused(refusal)) = read_text(csv) else { panic!("it should be refused") };
    assert_eq!((refusal.code.to_string().as_str(), refusal.args["line"].as_str()), ("bank.sums", "4"));
    let closing = "opening balance,100.00\ndate,amount\n2026-10-05,10.00\nclosing balance,110.01\n";
    assert_eq!(code(read_text(closing)), "bank.sums");
}

#[test]
fn what_cannot_be_read_refuses_the_file_and_totals_do_not() {
    let head = "date,details,debit,credit\n";
    assert_eq!(code(read_text(&format!("{head}2026-10-05,x,10.00,10.00\n"))), "bank.two_sides");
    assert_eq!(code(read_text(&format!("{head}2026-10-05,x,,0.00\n"))), "bank.no_amount");
    assert_eq!(code(read_text(&format!("{head}soon,x,10.00,\n"))), "bank.day_unreadable");
    assert_eq!(code(read_text(&format!("{head}2026-10-05,x,ten,\n"))), "bank.amount_unreadable");
    assert_eq!(code(read_text("name,city\nx,y\n")), "bank.no_statement");
    assert_eq!(code(read_text("Currency,USD\ndate,amount\n2026-10-05,1.00\n")), "bank.currency");
    let told = read_text(&format!(
        "{head}2026-10-05,x,10.00,\nTotal,,10.00,\ndate,details,debit,credit\n2026-10-06,y,1.00,\nprinted by the bank\n"
    ))
    .unwrap();
    let why: Vec<_> = told.left_out.iter().map(|one| (one.line, one.why)).collect();
    assert_eq!(why, [(3, WhyLeftOut::Total), (4, WhyLeftOut::Header), (6, WhyLeftOut::NoMovement)]);
    assert_eq!(told.lines.len(), 2);
}

fn message(lines: &str, opening: &str, closing: &str) -> String {
    format!(
        "{{1:F01XXXX}}{{4:\r\n:20:S\r\n:25:SA3180214651785619433823\r\n:28C:1/1\r\n:60F:{opening}\r\n{lines}:62F:{closing}\r\n-}}\r\n"
    )
}

#[test]
fn marks_decimal_commas_and_entry_days_over_the_turn_of_the_year() {
    let entries = ":61:2610011001C350,00NTRFNONREF//FT1\r\n:86:INTERNAL TRF\r\n:61:261002D57,5NCHGCHG//FT2\r\n:86:CHARGES\r\n\
        :61:2612310102RC100,NTRFQ-1447-034//FT3\r\n:61:2701021231RD104,00NTRFNONREF//FT4\r\n";
    let statement = read_text(&message(entries, "C261001SAR1000,00", "C270102SAR1296,50")).unwrap();
    assert_eq!(
        lines(&statement),
        [
            line("2026-10-01", "350.00", "", "FT1"),
            line("2026-10-02", "-57.50", "CHG", "FT2"),
            line("2027-01-02", "-100.00", "Q-1447-034", "FT3"),
            line("2026-12-31", "104.00", "", "FT4"),
        ]
    );
    assert_eq!((statement.lines[0].text.as_str(), statement.lines[2].text.as_str()), ("INTERNAL TRF", ""));
}

#[test]
fn a_message_whose_sums_do_not_run_breaks_off_or_is_of_another_currency_is_refused() {
    let entry = ":61:261001C10,00NTRFNONREF//B1\r\n";
    assert_eq!(code(read_text(&message(entry, "C261001SAR100,00", "C261001SAR110,01"))), "bank.sums");
    assert_eq!(code(read_text(&message(entry, "C261001USD100,00", "C261001USD110,00"))), "bank.currency");
    let whole = message(entry, "C261001SAR100,00", "C261001SAR110,00");
    assert!(read_text(&whole).is_ok());
    assert_eq!(code(read_text(&whole[..whole.find(":62F").unwrap()])), "bank.damaged");
    assert_eq!(code(read_text(&whole.replace(":61:261001C", ":61:2610"))), "bank.damaged");
}

#[test]
fn a_full_line_goes_on_without_a_space_and_a_structured_one_gives_purpose_and_name() {
    let long = format!(":61:261001C10,00NTRFNONREF//B1\r\n:86:{}\r\n47-034\r\nEND\r\n", "A".repeat(65));
    let text = &read_text(&message(&long, "C261001SAR0,", "C261001SAR10,")).unwrap().lines[0].text;
    assert!(text.ends_with("A47-034 END"), "{text}");
    let entry = ":61:261001C10,00NTRFNONREF//B1\r\n:86:166?00TRANSFER?20سداد قسط ?21ق-1446?32نورة سعد\r\n";
    assert_eq!(
        read_text(&message(entry, "C261001SAR0,", "C261001SAR10,")).unwrap().lines[0].text,
        "سداد قسط ق-1446 نورة سعد"
    );
}

fn document(entries: &str, opening: &str, closing: &str) -> String {
    let balance = |code: &str, amount: &str| {
        format!(
            "<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy=\"SAR\">{amount}</Amt>\
             <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-10-01</Dt></Dt></Bal>"
        )
    };
    format!(
        "<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt>\
         <Acct><Id><IBAN>SA3180214651785619433823</IBAN></Id></Acct>{}{}{entries}</Stmt></BkToCstmrStmt></Document>",
        balance("OPBD", opening),
        balance("CLBD", closing)
    )
}

#[test]
fn a_document_gives_its_booked_entries_and_tells_the_pending_ones() {
    let entries = "<Ntry><Amt Ccy=\"SAR\">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>\
        <BookgDt><Dt>2026-10-01</Dt></BookgDt><ValDt><Dt>2026-10-02</Dt></ValDt><AcctSvcrRef>S1</AcctSvcrRef>\
        <NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId><TxId>T1</TxId></Refs>\
        <RltdPties><Dbtr><Pty><Nm>نورة &amp; سعد</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>قسط</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\
        <Ntry><Amt Ccy=\"SAR\">30.000</Amt><CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd><Sts>BOOK</Sts>\
        <ValDt><DtTm>2026-10-03T09:00:00</DtTm></ValDt><AcctSvcrRef>S2</AcctSvcrRef>\
        <NtryDtls><TxDtls><Refs><EndToEndId>E2</EndToEndId></Refs></TxDtls></NtryDtls><AddtlNtryInf>رسوم</AddtlNtryInf></Ntry>\
        <Ntry><Amt Ccy=\"SAR\">500.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>PDNG</Sts><AddtlNtryInf>later</AddtlNtryInf></Ntry>";
    let statement = read_text(&document(entries, "0.00", "70.00")).unwrap();
    assert_eq!(lines(&statement), [line("2026-10-01", "100.00", "T1", "S1"), line("2026-10-03", "-30.00", "E2", "S2")]);
    let texts: Vec<_> = statement.lines.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(texts, ["قسط نورة & سعد", "رسوم"]);
    assert_eq!((statement.left_out[0].line, statement.left_out[0].why), (3, WhyLeftOut::Pending));
    assert_eq!(code(read_text(&document(entries, "0.00", "71.00"))), "bank.sums");
    let foreign = entries.replace("Ccy=\"SAR\">100", "Ccy=\"USD\">100");
    assert_eq!(code(read_text(&document(&foreign, "0.00", "70.00"))), "bank.currency");
}

#[test]
fn a_document_that_is_broken_or_invents_entities_is_refused() {
    let whole = document("", "1.00", "1.00");
    assert_eq!(code(read_text(&whole.replace("</Stmt>", ""))), "bank.damaged");
    assert_eq!(code(read_text(&whole.replace("SA318", "&mine;"))), "bank.damaged");
    let deep = format!("<BkToCstmrStmt>{}", "<a>".repeat(100_000));
    assert_eq!(code(read_text(&deep)), "bank.damaged");
}
