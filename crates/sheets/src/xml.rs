//! What both XML readers need: attributes by their bare name, and the text of an element.

use crate::refusals::DAMAGED;
use kernel::Result;
use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};

pub fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    reader
}

/// The next event; anything that is not well-formed ends the reading.
///
/// What a later program keeps for itself in an `extLst` is passed over: tags of the same names stand there and say
/// something else, as the second `workbookPr` of newer workbooks does.
pub fn next<'a>(reader: &mut Reader<&'a [u8]>) -> Result<Event<'a>> {
    loop {
        match reader.read_event().map_err(|_| DAMAGED)? {
            Event::Start(element) if element.local_name().as_ref() == "extLst" => pass_over(reader, &element)?,
            event => return Ok(event),
        }
    }
}

/// Goes on behind the end of an element that was begun, whatever stands in it.
pub fn pass_over(reader: &mut Reader<&[u8]>, element: &BytesStart<'_>) -> Result<()> {
    reader.read_to_end(element.name()).map(|_| ()).map_err(|_| DAMAGED.into())
}

/// An attribute by its name without prefix.
pub fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    // Without the check for twins, which compares each attribute with all before it.
    let mut attributes = element.attributes();
    let found = attributes.with_checks(false).flatten().find(|one| one.key.local_name().as_ref() == name)?;
    unescape(&found.value).ok().map(|value| value.into_owned())
}

/// The text a `&name;` stands for. Names the file invented itself stand for nothing and are refused.
pub fn entity(reference: &BytesRef<'_>) -> Result<String> {
    if let Some(letter) = reference.resolve_char_ref().map_err(|_| DAMAGED)? {
        return Ok(letter.to_string());
    }
    resolve_predefined_entity(&reference.xml10_content()).map(str::to_owned).ok_or_else(|| DAMAGED.into())
}

/// Adds the text of an event, when it is text.
pub fn add_text(event: &Event<'_>, to: &mut String) -> Result<()> {
    match event {
        Event::Text(text) => to.push_str(&text.xml10_content()),
        Event::CData(text) => to.push_str(&text.xml10_content()),
        Event::GeneralRef(reference) => to.push_str(&entity(reference)?),
        _ => {}
    }
    Ok(())
}
